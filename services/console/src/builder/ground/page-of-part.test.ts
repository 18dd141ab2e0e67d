import { readdirSync, readFileSync } from "node:fs";
import { pageOfFinding } from "./page-of-part.ts";
import { serviceAddresses } from "./service-addresses.ts";

const here = serviceAddresses("/", "noise");
const page = "/form/pages/about";
const question = `${page}/questions/a`;
const opened = (at: string, anchor: string) =>
  `/services/noise/questions?${new URLSearchParams({ at })}#${anchor}`;
const onPage = [page, opened(page, "part-about")] as const;
const onQuestion = [`${question}/label`, opened(question, "part-about--a")] as const;
const onCondition = [
  "/form/conditions/is-pub",
  "/services/noise/conditions/edit?id=is-pub",
] as const;
const section = "/form/sections/you";
const onSection = [section, opened(section, "section-you")] as const;
const onRow = ["/mappings/case/rows/x", "/services/noise/destinations/to/case"] as const;
const onStep = ["/steps/send", "/services/noise/process#steps-send"] as const;
const onStatus = ["/statuses/#0/stage", "/services/noise/process#statuses"] as const;
const onNearby = ["/lookFirst", "/services/noise/nearby"] as const;
const onWelsh = ["/welsh/title", "/services/noise/look/welsh"] as const;
const onBrand = ["/brand", "/services/noise/look#brand"] as const;

/** Every code of the gate, a part that it is found at, and the place where that is mended. */
const places: Readonly<Record<string, readonly [at: string, href: string]>> = {
  "no-page": ["/form/pages", "/services/noise/questions"],
  "no-question": ["/form/pages", "/services/noise/questions"],
  "no-summary": ["/summary", "/services/noise/look#summary"],
  "no-stage": ["/stages", "/services/noise/process#stages"],
  "no-step": ["/steps", "/services/noise/process#steps"],
  "no-target": ["/target", "/services/noise/process#target"],
  "no-next": ["/whatHappensNext", "/services/noise/messages"],
  "no-lawful-basis": ["/retention/lawfulBasis", "/services/noise/privacy#lawfulBasis"],
  "no-retention": ["/retention/days", "/services/noise/privacy#days"],
  "no-purpose": [`${question}/purpose`, "/services/noise/privacy#purposes"],
  "detail-unused": onQuestion,
  "no-error-text": onQuestion,
  "hard-to-read": onQuestion,
  "link-not-https": onQuestion,
  "option-label-twice": onQuestion,
  "unreachable-page": onPage,
  "unreachable-question": onQuestion,
  "condition-unused": onCondition,
  "question-gone": ["/contact/email", "/services/noise/privacy#contact-email"],
  "brand-gone": onBrand,
  "poor-contrast": onBrand,
  "mapping-gone": onStep,
  "step-unworkable": onStep,
  "payment-unworkable": onStep,
  "name-twice": ["/stages/new/id", "/services/noise/process#stages-new"],
  "mapping-unworkable": onRow,
  "mapping-empty": onRow,
  "mapping-not-sent": onRow,
  "connector-gone": onRow,
  "target-gone": onRow,
  "target-not-mapped": onRow,
  "target-unknown": onRow,
  "target-doubtful": onRow,
  "placeholder-unknown": ["/messages/started/text", "/services/noise/messages/started"],
  "status-unworkable": onStatus,
  "status-not-covered": onStatus,
  "referred-nowhere": onStatus,
  "ending-untold": ["/messages/completed", "/services/noise/messages/completed"],
  "not-fixed-unworkable": ["/notFixed", "/services/noise/after-end"],
  "look-first-private": onNearby,
  "look-first-unworkable": onNearby,
  "welsh-stale": onWelsh,
  "welsh-missing": ["/welsh", "/services/noise/look/welsh"],
  "welsh-unworkable": onWelsh,
  "no-scenario": ["/scenarios", "/services/noise/try"],
  "scenario-failed": ["/scenarios/one", "/services/noise/try#scenarios"],
  "scenario-outdated": ["/scenarios/one/expects", "/services/noise/try/scenarios/one"],
  "recipe-part-undecided": ["/title", "/services/noise/recipe"],
  "page-duplicate": onPage,
  "page-reserved": onPage,
  "page-without-form": onPage,
  "condition-duplicate": onCondition,
  "condition-unknown": onQuestion,
  "condition-circular": onQuestion,
  "condition-loop": onCondition,
  "condition-too-large": onCondition,
  "reference-unknown": onCondition,
  "question-duplicate": onQuestion,
  "option-duplicate": onQuestion,
  "range-empty": onQuestion,
  "question-unknown": onCondition,
  "question-later": onQuestion,
  "operator-not-allowed": onQuestion,
  "value-too-large": onQuestion,
  "section-duplicate": onSection,
  "section-empty": onSection,
  "section-unknown": onPage,
  "section-missing": onPage,
  "section-scattered": onPage,
};

describe("the page of a finding", () => {
  it.each(Object.entries(places))("is, for %s, where it is mended", (code, [at, href]) => {
    const finding = { section: "questions", sentence: "", advice: false } as const;
    expect(pageOfFinding(here, { ...finding, code, at })).toBe(href);
  });

  it("is known for every code of the gate", () => {
    const gate = new URL("../../../../../packages/builder/src/gate/", import.meta.url).pathname;
    const files = readdirSync(gate, { recursive: true, encoding: "utf8" });
    const codes = files
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => readFileSync(`${gate}${name}`, "utf8"))
      .flatMap((text) => [
        ...text.matchAll(/\bcode: "([a-z-]+)"/g),
        ...text.matchAll(/: "(target-[a-z-]+)"/g),
        ...text.matchAll(/^ {2}"([a-z]+-[a-z-]+)": \(where/gm),
      ])
      .map(([, code = ""]) => code);
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !Object.hasOwn(places, code))).toEqual([]);
  });

  it("opens the question of a group where it stands", () => {
    const at = `${page}/questions/times/questions/from`;
    const finding = {
      section: "questions",
      sentence: "",
      advice: true,
      code: "hard-to-read",
    } as const;
    expect(pageOfFinding(here, { ...finding, at: `${at}/hint` })).toBe(
      opened(at, "part-about--times--from"),
    );
  });
});
