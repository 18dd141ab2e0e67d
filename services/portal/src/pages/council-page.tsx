import { createHash } from "node:crypto";
import { Layout, theme } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { type Addresses, addressesOf } from "../addresses.ts";
import type { Council, Look } from "../environment.ts";
import { AssistBanner } from "./assist-banner.tsx";
import { FeedbackLink } from "./feedback-link.tsx";
import { CommentBox, PreviewBanner } from "./preview-parts.tsx";

export interface CouncilPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly title: string;
  readonly faults?: boolean;
  /** Named beside the council while its form is being filled in. */
  readonly service?: { readonly name: string; readonly href: string } | undefined;
  readonly current?: "services" | "track";
  /** Whether it asks if anything is wrong with it; every page does but those that are for saying so. */
  readonly asksFeedback?: boolean;
  readonly beforeContent?: Child;
  readonly children?: Child;
}

/** A page of a council's, in its colours. */
export function CouncilPage(props: CouncilPageProps) {
  const { council, look, title, service, children } = props;
  const { brand, at } = council;
  return (
    <Layout
      lang="en-GB"
      title={title}
      faults={props.faults}
      brand={brand.logo ? { name: brand.name, logo: at.logo(brand.id) } : { name: brand.name }}
      home={at.home}
      theme={at.theme(brand.id, themeOf(council).hash)}
      themeColour={brand.colours.brand}
      assets={look.assets}
      service={service}
      navigation={service ? undefined : navigation(props)}
      phase={
        council.tenant.sandboxOf === undefined ? undefined : { tag: "Test", content: forTrial }
      }
      beforeContent={
        <>
          {council.previewing && <PreviewBanner {...council.previewing} />}
          {props.council.assisting && <AssistBanner council={council} />}
          {props.beforeContent}
        </>
      }
      head={
        <>
          <link rel="stylesheet" href={look.stylesheet} />
          {isHidden(council) && <meta name="robots" content="noindex" />}
        </>
      }
      footer={{
        links: [
          { href: service ? `${service.href}/privacy` : at.privacy, content: "Privacy" },
          { href: at.cookies, content: "Cookies" },
          { href: at.accessibility, content: "Accessibility" },
          { href: developersOf(council).developers, content: "Developers" },
        ],
      }}
    >
      {children}
      <Voices {...props} />
    </Layout>
  );
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

const forTrial =
  "These pages are for trying things out. Nothing that you send here reaches anyone.";

/** Whoever tries out asks the council itself for access. */
export function developersOf({ tenant, at }: Council): Addresses {
  return tenant.sandboxOf === undefined ? at : addressesOf(tenant.sandboxOf);
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

function navigation({ council: { at }, current }: CouncilPageProps) {
  return [
    { content: "Services", href: at.home, current: current === "services" },
    { content: "Track a request", href: at.track, current: current === "track" },
  ];
}
