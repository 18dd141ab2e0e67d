import type { Readiness, ServiceDraft, VersionSummary } from "@guildhall/contract";
import { Button, InsetText, sayTime, Tag, TaskList } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { pageOfSection } from "../ground/page-of-part.ts";
import { Findings } from "./findings.tsx";
import { sectionWords, statusOf } from "./section-words.ts";
import { type ServiceFrame, ServicePage } from "./service-page.tsx";
import { Standing } from "./standing.tsx";

export interface DraftHomePageProps {
  readonly frame: ServiceFrame;
  readonly draft: ServiceDraft;
  readonly readiness: Readiness;
  /** The latest version; left out where it was never published. */
  readonly latest: VersionSummary | undefined;
  /** Whether it was made from files that follow a recipe, and has taken no version of it yet. */
  readonly followsFiles: boolean;
  readonly faults: Faults;
}

/** The home of a service in the making: what is done, and the one thing to do next in each section. */
export function DraftHomePage(props: DraftHomePageProps) {
  const { frame, draft, readiness, latest, faults } = props;
  const { here, desk } = frame;
  const { sections } = readiness;
  return (
    <ServicePage frame={frame} faults={faults}>
      <Standing latest={latest} here={here} />
      <p class="govuk-body">
        <Tag classes="govuk-tag--yellow">Draft</Tag> Last changed by {draft.changedBy},{" "}
        {sayTime(draft.changedAt)}.
      </p>
      <Scheduled draft={draft} href={here.publish} />
      <Next here={here} sections={sections} />
      <h2 class="govuk-heading-m">What there is to do</h2>
      <TaskList
        items={sections.map((section) => ({
          title: sectionWords[section.section],
          href: pageOfSection(here, section.section),
          hint: section.next,
          status: statusOf(section),
        }))}
      />
      <Findings here={here} sections={sections} />
      {desk.scopes.has("services:write") && <Acts {...props} />}
    </ServicePage>
  );
}

/** The first thing that is not done. */
function Next({ here, sections }: Pick<Readiness, "sections"> & Pick<ServiceFrame, "here">) {
  const next = sections.find(({ state }) => state !== "done");
  if (!next) return null;
  return (
    <a class="govuk-button" href={pageOfSection(here, next.section)} draggable={false}>
      Go on with: {sectionWords[next.section].toLowerCase()}
    </a>
  );
}

function Scheduled({ draft: { scheduled }, href }: { draft: ServiceDraft; href: string }) {
  if (!scheduled) return null;
  return (
    <InsetText>
      It goes live by itself {sayTime(scheduled.at)}, as it was when {scheduled.by} gave it the
      time.{" "}
      <a class="govuk-link" href={href}>
        Look at it or take it back
      </a>
    </InsetText>
  );
}

/** What is done with the draft as a whole. */
function Acts({ frame: { here, once }, draft, followsFiles }: DraftHomePageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">The draft as a whole</h2>
      <ul class="govuk-list">
        {draft.definition.adopted && (
          <li>
            <a class="govuk-link" href={here.recipe}>
              The recipe it comes from
            </a>
          </li>
        )}
        {followsFiles && (
          <li>
            <a class="govuk-link" href={`${here.recipe}/upgrade`}>
              Follow the recipe that its files were made from
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={here.preview}>
            Show it to others by a link
          </a>
        </li>
        <li>
          <a class="govuk-link" href={here.history}>
            What was done to it, and by whom
          </a>
        </li>
        <li>
          <a class="govuk-link" href={here.folder} download="">
            Download it as files
          </a>
        </li>
        <li>
          <a class="govuk-link" href={here.discard}>
            Throw the draft away
          </a>
        </li>
      </ul>
      <form method="post" action={here.undo}>
        <input type="hidden" name="once" value={once} />
        <Button id="undo" classes="govuk-button--secondary" preventDoubleClick>
          Undo the last thing I did
        </Button>
      </form>
    </>
  );
}
