import { AxeBuilder } from "@axe-core/playwright";
import type { CDPSession, Page } from "playwright-core";
import { picture } from "../browser.ts";
import { silentIn } from "./silent.ts";
import { facelessIn, stopsOf, unmarkedIn } from "./stops.ts";
import { misfitsIn, textsOf, unchangedIn } from "./texts.ts";

const desk = { width: 1280, height: 900 };
/** A desk's screen, enlarged four times. */
const enlarged = { width: 320, height: 256 };
const usual = 16;

/** Examines pages as people come to them who see, hear, point or think in other ways. */
export interface Examiner {
  /** Say what keeps them out of the page that is open, or what they would miss; nothing, it is hoped. */
  examine(name: string): Promise<string[]>;
}

export async function createExaminer(page: Page): Promise<Examiner> {
  const wire = await page.context().newCDPSession(page);
  return {
    examine: async (name) => {
      const found = [
        ...(await errorsLedTo(page)),
        ...(await barriersIn(page)),
        ...(await silentIn(wire)),
        ...unmarkedIn(await stopsOf(page)),
        ...(await largeText(page, wire, name)),
        ...(await fourTimesAsLarge(page, name)),
        ...(await forcedColours(page, name)),
      ];
      return [...new Set(found)].map((fault) => `${name}: ${fault}`);
    },
  };
}

/** The summary of what is wrong has the focus at once, and each of its lines leads to a control. */
async function errorsLedTo(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const summary = document.querySelector(".govuk-error-summary");
    if (!summary) return [];
    const links = [...summary.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
    const astray = links.filter((link) => {
      link.click();
      return document.activeElement?.id !== link.hash.slice(1);
    });
    return [
      ...(summary.querySelector("[role=alert]") ? [] : ["the summary of errors is not read out"]),
      ...astray.map((link) => `“${link.textContent}” does not lead to ${link.hash}`),
    ];
  });
}

/** What GOV.UK Frontend does on purpose: back links before all landmarks, a button that says more than is read. */
const asGovUk: Readonly<Record<string, string>> = {
  region: "govuk-back-link",
  "label-content-name-mismatch": "govuk-file-upload-button",
};

/** Beyond what the guidelines ask: one heading before all, headings in order, landmarks that can be told apart. */
async function barriersIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      resultTypes: ["violations"],
      rules: {
        "target-size": { enabled: true },
        "label-content-name-mismatch": { enabled: true },
        "identical-links-same-purpose": { enabled: true },
        // GOV.UK Frontend's own script says `aria-expanded` of a radio that reveals a question.
        "aria-allowed-attr": { enabled: false },
      },
    })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !html.includes(asGovUk[id] ?? "nothing"))
      .map(({ target, html }) => `${id} at ${target} ${html.slice(0, 150)}`),
  );
}

/** The reader has set letters of twice the size in the browser. */
async function largeText(page: Page, wire: CDPSession, name: string): Promise<string[]> {
  // Half the window has as much room for letters of the usual size.
  await page.setViewportSize({ ...desk, width: desk.width / 2 });
  const before = await textsOf(page);
  await page.setViewportSize(desk);
  await setLetters(wire, 2 * usual);
  const after = await textsOf(page);
  await picture(page, `${name}-large-text`);
  const found = [
    ...(await tooWide(page)),
    ...misfitsIn(after, desk.width),
    ...unchangedIn(before, after),
  ];
  await setLetters(wire, usual);
  return found.map((fault) => `in large text ${fault}`);
}

async function setLetters(wire: CDPSession, standard: number): Promise<void> {
  await wire.send("Page.setFontSizes", { fontSizes: { standard, fixed: (standard * 13) / 16 } });
}

async function fourTimesAsLarge(page: Page, name: string): Promise<string[]> {
  await page.setViewportSize(enlarged);
  await picture(page, `${name}-enlarged`);
  const found = [
    ...(await tooWide(page)),
    ...misfitsIn(await textsOf(page), enlarged.width),
    ...unmarkedIn(await stopsOf(page)),
  ];
  await page.setViewportSize(desk);
  return found.map((fault) => `at 400% ${fault}`);
}

async function tooWide(page: Page): Promise<string[]> {
  const [wide, room] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  });
  return wide > room ? [`it is ${wide} wide in a window of ${room}`] : [];
}

async function forcedColours(page: Page, name: string): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await picture(page, `${name}-forced-colours`);
  const found = [...facelessIn(await stopsOf(page)), ...(await movingIn(page))];
  await page.emulateMedia({ forcedColors: "none", reducedMotion: "no-preference" });
  return found.map((fault) => `in forced colours and without motion ${fault}`);
}

async function movingIn(page: Page): Promise<string[]> {
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const moves = transitionDuration.split(",").some((one) => Number.parseFloat(one) > 0);
        return moves || animationName !== "none" || scrollBehavior === "smooth";
      })
      .map((element) => element.className || element.tagName),
  );
  return [...new Set(moving)].map((what) => `${what} moves`);
}
