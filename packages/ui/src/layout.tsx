import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { AssetUrls } from "./assets.ts";
import { ComponentLanguage, type ComponentWords, componentWords } from "./component-words.ts";
import { Footer, type FooterLink, type FooterProps } from "./components/footer.tsx";
import { GenericHeader } from "./components/generic-header.tsx";
import { type Language, LanguageNavigation } from "./components/language-navigation.tsx";
import { PhaseBanner } from "./components/phase-banner.tsx";
import { type NavigationItem, ServiceNavigation } from "./components/service-navigation.tsx";
import { SkipLink } from "./components/skip-link.tsx";
import { join, type Nothing, type Optional } from "./parts.ts";

/** The words that a page says around its content. */
export const layoutWords = {
  error: "Error",
  skip: "Skip to main content",
  menu: "Menu",
  serviceInformation: "Service information",
  supportLinks: "Support links",
  language: "Language",
};

export type LayoutProps = {
  /** What this page is called; the service's and the council's names follow it. */
  title: string;
  brand: { name: string } & Optional<{ logo: string }>;
  /** Where the council's name in the header leads. */
  home: string;
  assets: AssetUrls;
} & Optional<{
  lang: string;
  /** Whether something on the page is at fault: the title then begins with "Error". */
  faults: boolean;
  /** The address of the council's own stylesheet. */
  theme: string;
  /** The colour that a phone puts around the page. */
  themeColour: string;
  service: { name: string } & Optional<{ href: string }>;
  navigation: readonly (NavigationItem | Nothing)[];
  languages: readonly Language[];
  phase: Optional<{ tag: string; content: Child }>;
  /** Back link or breadcrumbs: before `main`, so that the skip link passes over them. */
  beforeContent: Child;
  footer: Optional<{
    links: readonly FooterLink[];
    content: Child;
    navigation: FooterProps["navigation"];
  }>;
  /** Anything more that belongs in `head`, such as `<meta name="robots">`. */
  head: Child;
  words: Partial<typeof layoutWords>;
  /** What components say by themselves, where it is not English. */
  componentWords: ComponentWords;
  mainClasses: string;
  children: Child;
}>;

/**
 * Write a whole page around its content.
 *
 * It has no inline script and no inline style, so `default-src 'self'` is policy enough for it.
 */
export function Layout(props: LayoutProps) {
  const words = { ...layoutWords, ...props.words };
  return (
    <ComponentLanguage value={props.componentWords ?? componentWords}>
      {raw("<!DOCTYPE html>")}
      <html lang={props.lang || "en"} class="govuk-template">
        <Head {...props} words={words} />
        <body class="govuk-template__body">
          <script src={props.assets.enabledScript}></script>
          <SkipLink href="#main-content">{words.skip}</SkipLink>
          <Header {...props} words={words} />
          <div class="govuk-width-container">
            {props.beforeContent}
            <main class={join("govuk-main-wrapper", props.mainClasses)} id="main-content">
              {props.children}
            </main>
          </div>
          <footer class="govuk-template__footer">
            <FooterOf {...props} words={words} />
          </footer>
        </body>
      </html>
    </ComponentLanguage>
  );
}

type Worded = LayoutProps & { words: typeof layoutWords };

function Head({ title, faults, service, brand, assets, ...props }: Worded) {
  const names = [title, service?.name, brand.name].filter(
    (name, at, all) => all.indexOf(name) === at,
  );
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${faults ? `${props.words.error}: ` : ""}${names.filter(Boolean).join(" – ")}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      {props.themeColour && <meta name="theme-color" content={props.themeColour} />}
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      <link rel="stylesheet" href={assets.stylesheet} />
      {props.theme && <link rel="stylesheet" href={props.theme} />}
      <script type="module" src={assets.script}></script>
      {props.head}
    </head>
  );
}

function Header({ brand, home, phase, service, navigation, languages, words }: Worded) {
  const named = service || navigation?.some(Boolean) || languages?.length;
  return (
    <header class="govuk-template__header">
      <GenericHeader url={home} logo={<Logo {...brand} />} />
      {named && (
        <ServiceNavigation
          serviceName={service?.name}
          serviceUrl={service?.href}
          navigation={navigation}
          menuButtonText={words.menu}
          ariaLabel={words.serviceInformation}
          slots={{ end: languagesOf(languages, words.language) }}
        />
      )}
      {phase && <PhaseBanner tag={phase.tag ?? "Beta"}>{phase.content}</PhaseBanner>}
    </header>
  );
}

function languagesOf(languages: readonly Language[] | undefined, label: string) {
  if (!languages?.length) return undefined;
  return { content: <LanguageNavigation items={languages} ariaLabel={label} />, align: "inline" };
}

/** The logo says nothing of its own, since the name stands beside it. */
function Logo({ name, logo }: LayoutProps["brand"]) {
  return (
    <>
      {logo && <img class="guildhall-logo" src={logo} alt="" />}
      <span>{name}</span>
    </>
  );
}

function FooterOf({ brand, footer, words }: Worded) {
  return (
    <Footer
      navigation={footer?.navigation}
      meta={{
        visuallyHiddenTitle: words.supportLinks,
        items: footer?.links,
        content: footer?.content ?? brand.name,
      }}
    />
  );
}
