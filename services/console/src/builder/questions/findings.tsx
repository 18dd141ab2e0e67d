import type { DraftFinding, PartPath } from "@guildhall/contract";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { enclosing } from "./enclosing.ts";
import { placeOfFinding } from "./place-of-finding.ts";

/** What was found, by the nearest of these parts; what is at none of them goes by the empty path. */
export function findingsByPart(
  findings: readonly DraftFinding[],
  parts: ReadonlySet<PartPath>,
): FindingsByPart {
  const found = new Map<PartPath, DraftFinding[]>();
  for (const finding of findings) {
    const part = enclosing(parts, finding.at) ?? "";
    const there = found.get(part);
    if (there) there.push(finding);
    else found.set(part, [finding]);
  }
  return found;
}

export type FindingsByPart = ReadonlyMap<PartPath, readonly DraftFinding[]>;

/** Say what is wrong, each with the way to the place where it is mended; beside that place no way is needed. */
export function Findings({
  findings = [],
  frame,
}: {
  findings?: readonly DraftFinding[] | undefined;
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
