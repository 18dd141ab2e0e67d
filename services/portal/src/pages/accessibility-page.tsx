import type { Council } from "../environment.ts";
import { Bullets, Part, Statement, type StatementProps, To } from "./statement.tsx";

/** When these pages were last tested, and this was last read through. */
const tested = "22 November 2026";

/** Say how accessible these pages are, as the accessibility regulations of 2018 ask of a council. */
export function AccessibilityPage({ council, look }: StatementProps) {
  const { name } = council.brand;
  return (
    <Statement council={council} look={look} title="Accessibility statement">
      <p class="govuk-body">
        This statement is about the online services of {name} at {whereOf(council)}. We want
        everybody to be able to use them. That means you should be able to:
      </p>
      <Bullets
        items={[
          "change colours, contrast and fonts in your browser or device",
          "enlarge the page to 400% without scrolling sideways",
          "use every page with a keyboard alone, or with speech recognition",
          "listen to every page with a screen reader",
          "use every service without JavaScript",
        ]}
      />
      <p class="govuk-body">
        <To href="https://mcmw.abilitynet.org.uk/">AbilityNet</To> has advice on making your device
        easier to use if you have a disability.
      </p>
      <Compliance />
      <KnownProblems />
      <Part title="Feedback and contact">
        <p class="govuk-body">
          Contact us if something does not work for you, or if you need what is on these pages in
          another form, such as large print, easy read, audio or braille. Say which page it is and
          what went wrong. We answer within 10 working days, and help you in another way until it is
          put right.
        </p>
      </Part>
      <Enforcement />
      <Part title="How we tested">
        <p class="govuk-body">
          Whole services are gone through with each change: by automatic checks of the guidelines
          (axe) in a real browser, with a keyboard alone, without JavaScript, and on a screen 320
          pixels wide. The last test was on {tested}. Not tested yet: large text, colours that the
          reader has forced, and screen readers. Disabled people have not tested these pages yet.
        </p>
        <p class="govuk-body">
          This statement was prepared on {tested}, and read through last on that day.
        </p>
      </Part>
    </Statement>
  );
}

function whereOf({ origin, at }: Council): string {
  return `${origin}${at.root}`.replace(/^https?:\/\//, "");
}

function Compliance() {
  return (
    <Part title="How accessible these pages are">
      <p class="govuk-body">
        They are partially compliant with the{" "}
        <To href="https://www.w3.org/TR/WCAG22/">
          Web Content Accessibility Guidelines version 2.2
        </To>{" "}
        at level AA, because of the problems below.
      </p>
    </Part>
  );
}

function KnownProblems() {
  return (
    <Part title="What is not accessible">
      <Bullets
        items={[
          "Files that people have sent us may not be accessible. The regulations do not ask it of what others have made, and we will tell you what is in them.",
          "Letters that we attach as PDF may not be marked up for screen readers (guidelines 1.3.1 and 4.1.2). Ask us, and we send you the words in another form.",
          "A place on a map cannot be seen by everybody. You can type an address, a postcode or a description in its stead.",
        ]}
      />
    </Part>
  );
}

function Enforcement() {
  return (
    <Part title="If you are not content with our answer">
      <p class="govuk-body">
        The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites
        and Mobile Applications) (No. 2) Accessibility Regulations 2018. Contact the{" "}
        <To href="https://www.equalityadvisoryservice.com/">
          Equality Advisory and Support Service (EASS)
        </To>
        .
      </p>
    </Part>
  );
}
