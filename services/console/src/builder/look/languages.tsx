import type { DraftFrame } from "../ground/draft-frame.ts";
import { isInWelsh, welshTexts } from "./welsh-texts.ts";

/** How the service can be seen, and how far it is translated. */
export function Languages({ frame: { draft, here } }: { frame: DraftFrame }) {
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={here.preview}>
          See how it looks, and show it to others by a link
        </a>
      </p>
      <h2 class="govuk-heading-m">Languages</h2>
      <p class="govuk-body">{sayHowFar(draft.definition)}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={here.welsh}>
          {isInWelsh(draft.definition)
            ? "Go on translating it into Welsh"
            : "Offer it in Welsh too"}
        </a>
      </p>
    </>
  );
}

function sayHowFar(definition: DraftFrame["draft"]["definition"]): string {
  if (!isInWelsh(definition)) return "The service is in English.";
  const texts = welshTexts(definition);
  const done = texts.filter(({ welsh, isOld }) => welsh !== "" && !isOld).length;
  const old = texts.filter(({ isOld }) => isOld).length;
  const offered = texts.some(({ path, welsh }) => path === "title" && welsh !== "")
    ? "The service is offered in English and Welsh."
    : "The service is offered in Welsh from when its name is translated.";
  const olds = old === 0 ? "" : ` Of ${old} the English has changed since.`;
  return `${offered} ${done} of ${texts.length} texts are in Welsh.${olds}`;
}
