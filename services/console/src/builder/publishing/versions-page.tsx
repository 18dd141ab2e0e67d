import type { VersionSummary } from "@guildhall/contract";
import { sayTime, Tag } from "@guildhall/ui";
import { More, ScrollTable } from "../../pages/scroll-table.tsx";
import { type ServiceFrame, ServicePage } from "../home/service-page.tsx";

const states = {
  live: { words: "Live", colour: "green" },
  superseded: { words: "Was live before", colour: "grey" },
  withdrawn: { words: "Withdrawn", colour: "grey" },
} as const;

/** Every version of a service that was published, what was said of it, and by whom. */
export function VersionsPage({
  frame,
  versions,
  more,
}: {
  readonly frame: ServiceFrame;
  readonly versions: readonly VersionSummary[];
  readonly more: string | undefined;
}) {
  const { here } = frame;
  return (
    <ServicePage frame={frame} title="Versions">
      <p class="govuk-body">
        A version never changes once it is published. Requests keep the version that they began
        with.
      </p>
      <ScrollTable
        label="Versions"
        head={["Version", "Published", "What has changed", "State"]}
        rows={versions.map(({ version, title, publishedAt, by, summary, state }) => [
          <>
            <a class="govuk-link" href={here.version(version)}>
              Version {version}
            </a>
            {title !== frame.name && <span class="console-under">“{title}”</span>}
          </>,
          <>
            {sayTime(publishedAt)}
            {by !== undefined && <span class="console-under">{by}</span>}
          </>,
          summary ?? "Nothing was said",
          <Tag classes={`govuk-tag--${states[state].colour}`}>{states[state].words}</Tag>,
        ])}
      />
      <More href={more} />
    </ServicePage>
  );
}
