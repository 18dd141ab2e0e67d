import type { FeedbackCount } from "@guildhall/contract";
import { InsetText, Table } from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";

export interface FeedbackOverviewProps extends Frame {
  readonly counts: readonly FeedbackCount[];
  /** What services are called now, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Of which services something was said, and how much of it nobody has dealt with. */
export function FeedbackOverviewPage(props: FeedbackOverviewProps) {
  const { office, counts, titles } = props;
  const about = [...new Set(counts.map(({ service }) => service))];
  return (
    <OfficePage {...props} title="Feedback" current="feedback">
      <h1 class="govuk-heading-l">Feedback</h1>
      <p class="govuk-body">
        What people say is wrong with the pages, from the link that every page has. It is kept for a
        year.
      </p>
      {about.length === 0 ? (
        <InsetText>Nothing has been said yet.</InsetText>
      ) : (
        <Table
          caption="By service"
          head={[
            { content: "Pages of" },
            { content: "New", format: "numeric" },
            { content: "Dealt with", format: "numeric" },
          ]}
          rows={about.map((service) => {
            const mine = counts.filter((count) => count.service === service);
            const href = office.at.feedbackOf(service);
            const title = service === undefined ? ownPages : (titles.get(service) ?? service);
            return [
              {
                content: (
                  <a class="govuk-link" href={href}>
                    {title}
                  </a>
                ),
              },
              { content: mine.reduce((sum, count) => sum + count.new, 0), format: "numeric" },
              { content: mine.reduce((sum, count) => sum + count.dealtWith, 0), format: "numeric" },
            ];
          })}
        />
      )}
    </OfficePage>
  );
}

/** What belongs to no service. */
export const ownPages = "The council’s own pages";
