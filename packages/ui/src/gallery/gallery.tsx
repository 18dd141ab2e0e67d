import type { Child } from "hono/jsx";
import type { AssetUrls } from "../assets.ts";
import { Breadcrumbs, ErrorPage, Layout, Paragraphs } from "../index.ts";
import { Answers } from "./answer.tsx";
import { backLink, Questions } from "./question.tsx";

type Look = { assets: AssetUrls; theme?: string; logo?: string };

/** Whole pages with every component in use: tests read them, and a person may look at them. */
export function gallery(look: Look) {
  return {
    question: (
      <Page look={look} title="About the noise" faults>
        <Questions />
      </Page>
    ),
    answer: (
      <Page look={look} title="Report received">
        <Answers />
      </Page>
    ),
    missing: (
      <Page look={look} title="Page not found">
        <ErrorPage
          kind="not-found"
          startHref="#start"
          contact={{ telephone: "01632 960001", email: "help@example.org" }}
        />
      </Page>
    ),
    words: (
      <Page look={look} title="Privacy">
        <h1 class="govuk-heading-l">Privacy</h1>
        <Paragraphs
          text={"We keep it <safe>.\n\nRead [the law](https://www.legislation.gov.uk/)."}
        />
      </Page>
    ),
  };
}

function Page(props: { look: Look; title: string; faults?: boolean; children?: Child }) {
  return (
    <Layout
      {...around}
      title={props.title}
      faults={props.faults}
      brand={{ name: "Exampleshire District Council", logo: props.look.logo }}
      assets={props.look.assets}
      theme={props.look.theme}
      beforeContent={props.faults ? backLink : crumbs}
    >
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">{props.children}</div>
      </div>
    </Layout>
  );
}

const around = {
  home: "#home",
  service: { name: "Report a noise nuisance", href: "#service" },
  navigation: [
    { content: "Services", href: "#services" },
    { content: "Track a request", href: "#track", current: true },
  ],
  languages: [
    { content: "English", lang: "en" },
    { content: "Cymraeg", lang: "cy", href: "#cy" },
  ],
  phase: {
    tag: "Beta",
    content: (
      <>
        This is a new service.{" "}
        <a class="govuk-link" href="#feedback">
          Tell us what you think
        </a>
        .
      </>
    ),
  },
  footer: {
    links: [
      { href: "#privacy", content: "Privacy" },
      { href: "#accessibility", content: "Accessibility" },
    ],
    content: "Run by Exampleshire District Council",
  },
};

const crumbs = <Breadcrumbs items={[{ content: "Home", href: "#home" }, { content: "Noise" }]} />;
