import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type FC, jsx } from "hono/jsx";
import * as ui from "../index.ts";
import { normalise } from "./normalise.ts";
import { toProps } from "./options.ts";

type Fixture = { name: string; options: Record<string, unknown>; html: string };

const components = {
  "back-link": ui.BackLink,
  breadcrumbs: ui.Breadcrumbs,
  button: ui.Button,
  "character-count": ui.CharacterCount,
  checkboxes: ui.Checkboxes,
  "date-input": ui.DateInput,
  details: ui.Details,
  "error-message": ui.ErrorMessage,
  "error-summary": ui.ErrorSummary,
  fieldset: ui.Fieldset,
  "file-upload": ui.FileUpload,
  footer: ui.Footer,
  "generic-header": ui.GenericHeader,
  hint: ui.Hint,
  input: ui.Input,
  "inset-text": ui.InsetText,
  label: ui.Label,
  "language-navigation": ui.LanguageNavigation,
  "notification-banner": ui.NotificationBanner,
  pagination: ui.Pagination,
  panel: ui.Panel,
  "phase-banner": ui.PhaseBanner,
  radios: ui.Radios,
  select: ui.Select,
  "service-navigation": ui.ServiceNavigation,
  "skip-link": ui.SkipLink,
  "summary-list": ui.SummaryList,
  table: ui.Table,
  tag: ui.Tag,
  "task-list": ui.TaskList,
  textarea: ui.Textarea,
  "warning-text": ui.WarningText,
};

/** Components that there is no use for. Each has a reason, so that a new one cannot be passed over unseen. */
const notBuilt: Record<string, string> = {
  accordion: "a citizen's page asks one thing, so there is nothing to fold away",
  "cookie-banner": "only cookies that a form cannot do without are set, and they need no consent",
  "exit-this-page": "no service here is one that must be left in a hurry",
  feedback: "the phase banner asks for it",
  header: "GOV.UK's own, with the crown: councils may not use it",
  "password-input": "citizens have no password",
  tabs: "they hide what a person came to read",
};

/** What the fixtures have and ours leaves out, because only central government may show it or says it. */
const reserved: Record<string, readonly string[]> = {
  footer: [
    "govuk-footer__crown",
    "govuk-footer__licence-logo",
    "govuk-footer__licence-description",
    "govuk-footer__copyright-logo",
  ],
};

/** Fixtures that ours differs from, and why it should. */
const different: Record<string, string> = {
  "footer: with no content licence":
    "an empty box, since the licence that would be in it is reserved",
};

const folder = join(
  createRequire(import.meta.url).resolve("govuk-frontend/package.json"),
  "../dist/govuk/components",
);

const cases = Object.entries(components).flatMap(([name, component]) =>
  fixturesOf(name).map((fixture) => ({
    name: `${name}: ${fixture.name}`,
    fixture,
    // A component's props are its own; what comes in here is what its fixture says.
    component: component as FC<Record<string, unknown>>,
    reserved: reserved[name] ?? [],
  })),
);
let passed = 0;

afterAll(() => {
  const all = folders().reduce((sum, name) => sum + fixturesOf(name).length, 0);
  console.info(
    `GOV.UK Frontend: ${passed} of ${cases.length} fixtures of ${Object.keys(components).length} components pass; ${all - cases.length} more are of components not built`,
  );
  for (const [name, reason] of Object.entries({ ...different, ...notBuilt })) {
    console.info(`  without ${name}: ${reason}`);
  }
});

it.each(cases.filter(({ name }) => !(name in different)))(
  "$name",
  ({ component, fixture, reserved }) => {
    const html = String(jsx(component, toProps(fixture.options)));

    expect(normalise(html)).toBe(normalise(fixture.html, reserved));
    passed += 1;
  },
);

it.each(cases.filter(({ name }) => name in different))("$name, otherwise", (each) => {
  const html = String(jsx(each.component, toProps(each.fixture.options)));

  expect(normalise(html)).not.toBe(normalise(each.fixture.html, each.reserved));
});

it("builds every component of GOV.UK Frontend, or says why not", () => {
  expect([...Object.keys(components), ...Object.keys(notBuilt)].sort()).toEqual(folders().sort());
});

it("sees a space that went missing between two words", () => {
  expect(normalise("<p><span>Error:</span>Enter a name</p>")).not.toBe(
    normalise("<p>\n <span>Error:</span> Enter a name\n</p>"),
  );
});

function folders(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function fixturesOf(name: string): Fixture[] {
  return JSON.parse(readFileSync(join(folder, name, "fixtures.json"), "utf8")).fixtures;
}
