import type { FollowedCase } from "@guildhall/contract";
import { sayTime } from "@guildhall/ui";
import type { Frame } from "../pages/frame.ts";
import { OfficePage } from "../pages/office-page.tsx";
import { More, StackTable } from "../pages/scroll-table.tsx";
import { StatusTag } from "./case-page.tsx";
import { happeningWords } from "./case-timeline.tsx";

export interface FollowedPageProps extends Frame {
  readonly cases: readonly FollowedCase[];
  readonly more: string | undefined;
}

/** The cases that somebody keeps an eye on, with what others did to each since they last opened it. */
export function FollowedPage(props: FollowedPageProps) {
  const { office, cases, more } = props;
  const title = "Cases you follow";
  return (
    <OfficePage {...props} title={title} current="followed">
      <h1 class="govuk-heading-l">{title}</h1>
      {cases.length > 0 ? (
        <StackTable
          label={title}
          head={["Request", "Status", "Stage", "New since you looked"]}
          rows={cases.map(({ process, changes }) => [
            <>
              <a class="govuk-link" href={office.at.case(process.id)}>
                {process.reference}
              </a>
              <span class="console-under">{process.serviceTitle}</span>
            </>,
            <StatusTag status={process.status} />,
            process.stage.title,
            <News changes={changes} />,
          ])}
        />
      ) : (
        <p class="govuk-body">
          You follow no case.{" "}
          <a class="govuk-link" href={office.at.cases}>
            Find a case
          </a>{" "}
          and choose Follow it: what others do to it is then shown here.
        </p>
      )}
      <More href={more} />
    </OfficePage>
  );
}

function News({ changes }: Pick<FollowedCase, "changes">) {
  const said = changes.flatMap(({ type, at }) => {
    const words = happeningWords[type];
    return words === undefined ? [] : [{ words, at }];
  });
  if (said.length === 0) return <>Nothing new</>;
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {said.toReversed().map(({ words, at }) => (
        <li>
          {words}
          <span class="console-under">{sayTime(at)}</span>
        </li>
      ))}
    </ul>
  );
}
