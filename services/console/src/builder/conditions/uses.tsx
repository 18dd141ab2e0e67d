import type { PartUse } from "@guildhall/contract";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { placeOfFinding } from "../questions/place-of-finding.ts";

const kinds: Readonly<Record<PartUse["kind"], string>> = {
  page: "the page",
  question: "the question",
  condition: "the condition",
  mapping: "where answers go:",
  step: "what happens:",
  message: "the message",
  status: "the status",
  contact: "the person’s details:",
  service: "the service",
};

/** What goes by a condition, each with the way to it. */
export function Uses({ frame, uses }: { frame: DraftFrame; uses: readonly PartUse[] }) {
  if (uses.length === 0) return <p class="govuk-body-s">Nothing goes by it yet.</p>;
  return (
    <>
      <p class="govuk-body-s">It is used by</p>
      <ul class="govuk-list govuk-list--bullet">
        {uses.map((use) => {
          const href = placeOfFinding(use, frame);
          return (
            <li>
              {kinds[use.kind]}{" "}
              {href ? (
                <a class="govuk-link" href={href}>
                  {use.title}
                </a>
              ) : (
                use.title
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
