import { createHash } from "node:crypto";
import { Layout, theme } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { type Addresses, addressesBeside } from "../addresses.ts";
import type { Council, Look } from "../environment.ts";
import { SpeechProvider } from "../words/speech.tsx";
import { AssistBanner } from "./assist-banner.tsx";
import { FeedbackLink } from "./feedback-link.tsx";
import { Alternates, languageSwitch, NotInWelsh } from "./language-switch.tsx";
import { CommentBox, PreviewBanner } from "./preview-parts.tsx";
import { spokenLayout } from "./spoken-layout.ts";

export interface CouncilPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly title: string;
  readonly faults?: boolean;
  /** Named beside the council while its form is being filled in. */
  readonly service?: { readonly name: string; readonly href: string } | undefined;
  readonly current?: "services" | "track";
  /** Where the page is read, where that is not the address that it was asked for at. */
  readonly address?: string;
  /** The form that is kept, as it is typed, before the page is read in another language. */
  readonly form?: string;
  /** Whether it asks if anything is wrong with it; every page does but those that are for saying so. */
  readonly asksFeedback?: boolean;
  readonly beforeContent?: Child;
  readonly children?: Child;
}

/** A page of a council's, in its colours and in the reader's language. */
export function CouncilPage(props: CouncilPageProps) {
  const { council, look, title, service, children } = props;
  const { brand, at } = council;
  const { test, forTrial } = council.words.frame;
  return (
    <SpeechProvider value={council}>
      <Layout
        {...spokenLayout(council)}
        title={title}
        faults={props.faults}
        brand={brand.logo ? { name: brand.name, logo: at.logo(brand.id) } : { name: brand.name }}
        home={at.home}
        theme={at.theme(brand.id, themeOf(council).hash)}
        themeColour={brand.colours.brand}
        assets={look.assets}
        service={service}
        navigation={service ? undefined : navigation(props)}
        languages={languageSwitch(council, props)}
        phase={
          council.tenant.sandboxOf === undefined ? undefined : { tag: test, content: forTrial }
        }
        beforeContent={
          <>
            <NotInWelsh council={council} />
            {council.previewing && <PreviewBanner {...council.previewing} />}
            {council.assisting && <AssistBanner council={council} />}
            {props.beforeContent}
          </>
        }
        head={<Head {...props} />}
        footer={{ links: footerLinks(props) }}
      >
        {children}
        <Voices {...props} />
      </Layout>
    </SpeechProvider>
  );
}

function Head({ council, look, address = council.address }: CouncilPageProps) {
  return (
    <>
      <link rel="stylesheet" href={look.stylesheet} />
      {isHidden(council) && <meta name="robots" content="noindex" />}
      <Alternates council={council} address={address} />
    </>
  );
}

function footerLinks({ council, service }: CouncilPageProps) {
  const { at, words } = council;
  const { privacy, cookies, accessibility, developers } = words.frame;
  return [
    { href: service ? `${service.href}/privacy` : at.privacy, content: privacy },
    { href: at.cookies, content: cookies },
    { href: at.accessibility, content: accessibility },
    { href: developersOf(council).developers, content: developers },
  ];
}

/** What a reader can say of the page. */
function Voices({ council, service, asksFeedback = true }: CouncilPageProps) {
  const { previewing } = council;
  if (previewing) return previewing.comments ? <CommentBox {...previewing.comments} /> : null;
  return asksFeedback && <FeedbackLink council={council} besideForm={service !== undefined} />;
}

/** What is not for everyone is not for search engines. */
function isHidden({ tenant, previewing }: Council): boolean {
  return tenant.sandboxOf !== undefined || previewing !== undefined;
}

/** Whoever tries out asks the council itself for access. */
export function developersOf({ tenant, at, language }: Council): Addresses {
  return tenant.sandboxOf === undefined ? at : addressesBeside(at, tenant.sandboxOf, language);
}

/** Words of two thirds of the width, as they are read best. */
export function Column({ children }: { children?: Child }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  );
}

/** The stylesheet of the council's brand, and a hash that changes with it. */
export function themeOf({ brand }: Pick<Council, "brand">): { css: string; hash: string } {
  const css = theme(brand.colours);
  return { css, hash: createHash("sha256").update(css).digest("hex").slice(0, 12) };
}

function navigation({ council: { at, words }, current }: CouncilPageProps) {
  return [
    { content: words.frame.services, href: at.home, current: current === "services" },
    { content: words.frame.track, href: at.track, current: current === "track" },
  ];
}
