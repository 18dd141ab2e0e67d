import type { DraftFinding } from "@guildhall/contract";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { placeOfFinding } from "./place-of-finding.ts";

/** What was found at a part or within it. */
export function findingsAt(findings: readonly DraftFinding[], at: string): DraftFinding[] {
  return findings.filter((finding) => finding.at === at || finding.at.startsWith(`${at}/`));
}

/** What was found at none of these parts. */
export function findingsOutside(
  findings: readonly DraftFinding[],
  parts: readonly string[],
): DraftFinding[] {
  return findings.filter(
    ({ at }) => !parts.some((part) => at === part || at.startsWith(`${part}/`)),
  );
}

/** Say what is wrong, each with the way to the place where it is mended; beside that place no way is needed. */
export function Findings({
  findings,
  frame,
}: {
  findings: readonly DraftFinding[];
  frame?: DraftFrame;
}) {
  if (findings.length === 0) return null;
  return (
    <ul class="govuk-list console-findings">
      {findings.map((finding) => {
        const href = frame && placeOfFinding(finding, frame);
        return (
          <li class={finding.advice ? "console-advice" : "console-wrong"}>
            <strong>{finding.advice ? "Advice:" : "To be put right:"}</strong>{" "}
            {href ? (
              <a class="govuk-link" href={href}>
                {finding.sentence}
              </a>
            ) : (
              finding.sentence
            )}
          </li>
        );
      })}
    </ul>
  );
}
