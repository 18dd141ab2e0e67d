import type { Answers, Service } from "@guildhall/contract";
import { type CompiledForm, readBack } from "@guildhall/forms";
import { BackLink, Button, ErrorSummary, SummaryList } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";

import { Column, CouncilPage } from "./council-page.tsx";

interface CheckPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: Service;
  readonly form: CompiledForm;
  /** What is sent: the answers that apply, as they are read back here. */
  readonly answers: Answers;
  /** The names of the files that answer a question. */
  readonly fileNames: (question: string) => readonly string[];
  readonly back: string;
  readonly trouble?: string | undefined;
}

/**
 * Read everything back before it is sent, with a way to change each answer.
 *
 * The answers go along with the button, so that what is sent is what was read here, and sending it twice is seen to be
 * the same.
 */
export function CheckPage(props: CheckPageProps) {
  const { council, look, service, answers, back, trouble } = props;
  const title = "Check your answers before you send them";
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      faults={trouble !== undefined}
      service={{ name: service.title, href: council.at.service(service.id) }}
      beforeContent={<BackLink href={back} />}
    >
      <Column>
        {trouble !== undefined && <ErrorSummary errorList={[{ content: trouble }]} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <Answered {...props} />
        <h2 class="govuk-heading-m">Send your report</h2>
        <p class="govuk-body">
          By sending it you confirm that, as far as you know, what you have told us is correct.
        </p>
        <form method="post" action={council.at.check(service.id)}>
          <input type="hidden" name="answers" value={JSON.stringify(answers)} />
          <Button preventDoubleClick>Send</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

interface Row {
  readonly page: string;
  readonly id: string;
  readonly label: string;
  readonly lines: readonly string[];
}

/** Pages that ask several things have a heading; those that ask one stand together. */
function Answered(props: CheckPageProps) {
  return (
    <>
      {sectionsOf(props).map(({ title, rows }) => (
        <>
          {title !== undefined && <h2 class="govuk-heading-m">{title}</h2>}
          <SummaryList
            classes="govuk-!-margin-bottom-9"
            rows={rows.map((row) => rowOf(props, row))}
          />
        </>
      ))}
    </>
  );
}

function sectionsOf({ form, answers, fileNames }: CheckPageProps) {
  const sections: { title: string | undefined; rows: Row[] }[] = [];
  for (const { page, rows } of readBack(form, answers)) {
    const read = rows.map(({ question: { id, label, type }, text }) => ({
      page: page.id,
      id,
      label,
      lines: type === "files" ? fileNames(id) : text,
    }));
    const last = sections.at(-1);
    if (read.length > 1) sections.push({ title: page.title, rows: read });
    else if (last && last.title === undefined) last.rows.push(...read);
    else sections.push({ title: undefined, rows: read });
  }
  return sections;
}

function rowOf({ council, service }: CheckPageProps, { page, id, label, lines }: Row) {
  return {
    key: label,
    value: <span class="portal-lines">{lines.length > 0 ? lines.join("\n") : "Not given"}</span>,
    actions: {
      items: [
        {
          href: `${council.at.page(service.id, page)}?change=yes#${id}`,
          content: "Change",
          visuallyHiddenText: label,
        },
      ],
    },
  };
}
