import type { ServiceDefinition, ServiceVersion } from "@guildhall/contract";
import { Button, Details, Paragraphs, SummaryList, sayTime } from "@guildhall/ui";
import { type ServiceFrame, ServicePage } from "../home/service-page.tsx";

export interface VersionPageProps {
  readonly frame: ServiceFrame;
  readonly version: ServiceVersion;
  /** Whether a draft is there already, so that none can be begun. */
  readonly hasDraft: boolean;
}

/** One version as it was published, to be read, and to be restored. */
export function VersionPage({ frame, version, hasDraft }: VersionPageProps) {
  const { here, desk, once } = frame;
  const { definition } = version;
  return (
    <ServicePage frame={frame} title={`Version ${version.version}`}>
      <p class="govuk-body">
        “{definition.title}”, published {sayTime(version.publishedAt)}.{" "}
        <a class="govuk-link" href={here.versions}>
          All versions
        </a>
      </p>
      {desk.scopes.has("services:write") &&
        (hasDraft ? (
          <p class="govuk-body">
            To restore this version, publish the draft first or{" "}
            <a class="govuk-link" href={here.discard}>
              throw it away
            </a>
            .
          </p>
        ) : (
          <form method="post" action={here.begin}>
            <input type="hidden" name="once" value={once} />
            <input type="hidden" name="version" value={String(version.version)} />
            <Button classes="govuk-button--secondary" preventDoubleClick>
              Restore it as a draft
            </Button>
          </form>
        ))}
      <Facts definition={definition} />
      <h2 class="govuk-heading-m">Questions</h2>
      {definition.form.pages.map(({ title, text, questions }) => (
        <Details summary={title}>
          <Paragraphs text={text ?? ""} />
          <ul class="govuk-list govuk-list--bullet">
            {questions.map(({ label }) => (
              <li>{label}</li>
            ))}
          </ul>
        </Details>
      ))}
    </ServicePage>
  );
}

function Facts({ definition }: { definition: ServiceDefinition }) {
  const { summary, category, introduction, urgent, stages, target, retention } = definition;
  const rows = [
    ["What it is for", summary],
    ["Category", category],
    ["Before the first question", introduction],
    ["If it is urgent", urgent],
    ["Stages", stages.map(({ title }) => title).join(", ")],
    ["First answer", target.text],
    ["What happens next", definition.whatHappensNext],
    ["What allows it", retention.lawfulBasis],
    ["Kept for", retention.days === 1 ? "1 day" : `${retention.days} days`],
  ] as const;
  return (
    <SummaryList
      rows={rows.flatMap(([key, value = ""]) => (value === "" ? [] : [{ key, value }]))}
    />
  );
}
