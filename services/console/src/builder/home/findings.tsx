import type { Readiness } from "@guildhall/contract";
import { Details } from "@guildhall/ui";
import { pageOfFinding } from "../ground/page-of-part.ts";
import type { ServiceAddresses } from "../ground/service-addresses.ts";
import { type SectionReadiness, sectionWords } from "./section-words.ts";

/** As many as somebody mends before they look again. */
const mostShown = 50;

/** What was found in each section, each with the way to the page where it is mended. */
export function Findings({ here, sections }: Pick<Readiness, "sections"> & Here) {
  const found = sections.filter(({ findings }) => findings.length > 0);
  if (found.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What to look at</h2>
      {found.map((section) => (
        <Details summary={`${sectionWords[section.section]}: ${sayFound(section)}`}>
          <FindingList here={here} findings={section.findings} />
        </Details>
      ))}
    </>
  );
}

interface Here {
  readonly here: ServiceAddresses;
}

/** Findings as sentences that lead to their places. */
export function FindingList({ here, findings }: Pick<SectionReadiness, "findings"> & Here) {
  const rest = findings.length - mostShown;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {findings.slice(0, mostShown).map((finding) => (
        <li>
          <a class="govuk-link" href={pageOfFinding(here, finding)}>
            {finding.sentence}
          </a>
        </li>
      ))}
      {rest > 0 && <li>And {rest} more, once these are mended.</li>}
    </ul>
  );
}

function sayFound({ findings }: SectionReadiness): string {
  const advice = findings.filter((one) => one.advice).length;
  const blocking = findings.length - advice;
  const parts = [
    ...(blocking > 0 ? [`${blocking} to mend`] : []),
    ...(advice > 0 ? [advice === 1 ? "1 suggestion" : `${advice} suggestions`] : []),
  ];
  return parts.join(", ");
}
