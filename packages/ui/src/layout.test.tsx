import { componentWords } from "./component-words.ts";
import { BackLink } from "./components/back-link.tsx";
import { ErrorSummary } from "./components/error-summary.tsx";
import { Layout, type LayoutProps } from "./layout.tsx";

const assets = {
  stylesheet: "/a/s.css",
  script: "/a/s.js",
  enabledScript: "/a/e.js",
  uploads: "/a/u.js",
  autosave: "/a/u.js",
  follow: "/a/u.js",
  live: "/a/u.js",
  messages: "/a/u.js",
  livePreview: "/a/l.js",
  shortcuts: "/a/k.js",
  typeAhead: "/a/t.js",
  typeAheadStylesheet: "/a/t.css",
  map: "/a/m.js",
  mapStylesheet: "/a/m.css",
  icon: "/a/i.svg",
};
const page = (props: Partial<LayoutProps> = {}) =>
  String(
    <Layout
      title="Your name"
      brand={{ name: "Exampleshire" }}
      home="/c/x/"
      assets={assets}
      {...props}
    >
      <p>content</p>
    </Layout>,
  );
const titleOf = (html: string) => /<title>(.*)<\/title>/.exec(html)?.[1];

describe("Layout", () => {
  it("begins as an HTML document in the page's language", () => {
    expect(page()).toMatch(/^<!DOCTYPE html><html lang="en" class="govuk-template">/);
    expect(page({ lang: "cy" })).toContain('<html lang="cy"');
  });

  it("says in the title what the page is, the service and the council", () => {
    expect(titleOf(page({ service: { name: "Report noise" } }))).toBe(
      "Your name – Report noise – Exampleshire",
    );
  });

  it("says a name once where the page is called as its service is", () => {
    expect(titleOf(page({ title: "Report noise", service: { name: "Report noise" } }))).toBe(
      "Report noise – Exampleshire",
    );
  });

  it("begins the title with Error while something is wrong, in the page's language", () => {
    expect(titleOf(page({ faults: true }))).toBe("Error: Your name – Exampleshire");
    expect(titleOf(page({ faults: true, words: { error: "Gwall" } }))).toBe(
      "Gwall: Your name – Exampleshire",
    );
  });

  it("has its components speak the page's language", () => {
    const welsh = { ...componentWords, back: "Yn ôl", problem: "Mae problem" };
    const html = page({
      componentWords: welsh,
      beforeContent: [<BackLink href="/" />, <ErrorSummary errorList={[{ content: "x" }]} />],
    });
    expect(html).toContain(">Yn ôl</a>");
    expect(html).toContain(">Mae problem</h2>");
    expect(page({ beforeContent: <BackLink href="/" /> })).toContain(">Back</a>");
  });

  it("leaves to a button how another language is come to", () => {
    const languages = [
      { content: "English", current: false, lang: "en" },
      { content: <button type="submit">Cymraeg</button>, current: false },
    ];
    expect(page({ languages })).toContain(
      '<li class="govuk-language-navigation__list-item"><button type="submit">Cymraeg</button></li>',
    );
  });

  it("puts the skip link first, and leads it to main", () => {
    const html = page();

    expect(html).toContain('<a href="#main-content" class="govuk-skip-link"');
    expect(html).toContain('id="main-content"');
    expect(html.indexOf("govuk-skip-link")).toBeLessThan(html.indexOf("<header"));
  });

  it("loads the council's own sheet after the shared one", () => {
    const html = page({ theme: "/c/x/theme.css" });

    expect(html.indexOf("/a/s.css")).toBeLessThan(html.indexOf("/c/x/theme.css"));
  });

  it("shows the logo beside the name, and says the name once", () => {
    expect(page({ brand: { name: "Exampleshire", logo: "/c/x/logo.svg" } })).toContain(
      '<img class="guildhall-logo" src="/c/x/logo.svg" alt=""/><span>Exampleshire</span>',
    );
  });

  it("offers the other language where there is one", () => {
    const html = page({
      languages: [
        { content: "English", lang: "en" },
        { content: "Cymraeg", lang: "cy", href: "?lang=cy" },
      ],
    });

    expect(html).toContain(
      '<a class="govuk-language-navigation__link" href="?lang=cy" rel="alternate" lang="cy" hreflang="cy"',
    );
  });
});
