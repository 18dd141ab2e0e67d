import { anchorOf, questionAddresses } from "./addresses.ts";
import { Does } from "./asked.tsx";
import type { ListProps } from "./questions-page.tsx";
import { pagesOf, pathOfSection } from "./sections.ts";

type Section = ListProps["frame"]["draft"]["definition"]["form"]["sections"][number];

/** One section of the task list above its pages: its name, and what is done with it. */
export function SectionHeading({
  frame,
  section,
}: Pick<ListProps, "frame"> & { section: Section }) {
  const { definition } = frame.draft;
  const { sections } = definition.form;
  const place = sections.indexOf(section);
  const at = pathOfSection(section);
  const about = `the section ${section.title}`;
  return (
    <div class="console-section" id={anchorOf(at)}>
      <h2 class="govuk-heading-l">
        <span class="govuk-caption-l">{`Section ${place + 1} of ${sections.length}`}</span>
        <a class="govuk-link" href={questionAddresses(frame.here).section(at)}>
          {section.title}
        </a>
      </h2>
      {section.hint && <p class="govuk-body">{section.hint}</p>}
      {pagesOf(definition, section).length === 0 && (
        <p class="govuk-body">It has no pages. Put some into it, or dissolve it.</p>
      )}
      <p class="console-does">
        <Does does="up" at={at} about={about} can={place > 0}>
          Move up
        </Does>
        <Does does="down" at={at} about={about} can={place < sections.length - 1}>
          Move down
        </Does>
        <Does does="dissolve" at={at} about={about}>
          Dissolve
        </Does>
      </p>
    </div>
  );
}
