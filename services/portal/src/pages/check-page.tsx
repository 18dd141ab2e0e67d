import type { Answers, Question, Service } from "@guildhall/contract";
import { type CompiledForm, readBack } from "@guildhall/forms";
import { BackLink, Button, ErrorSummary, SummaryList } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";

import { costsOf, ToPay } from "./costs.tsx";
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
  const { council, look, service, form, answers, back, trouble } = props;
  const costs = costsOf(service, form, answers);
  const pays = costs.length > 0;
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
        <ToPay costs={costs} />
        <h2 class="govuk-heading-m">{pays ? "Send it and pay" : "Send your request"}</h2>
        <p class="govuk-body">
          By sending it you confirm that, as far as you know, what you have told us is correct
          {pays ? ", and that you agree to pay the amount above" : ""}.
        </p>
        <form method="post" action={council.at.check(service.id)}>
          <input type="hidden" name="answers" value={JSON.stringify(answers)} />
          <Button preventDoubleClick>{pays ? "Accept and continue to payment" : "Send"}</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

/** Each answer in its order, the entries of a list apart. */
function Answered(props: CheckPageProps) {
  const { council, service, form, answers, fileNames } = props;
  const rows = readBack(form, answers).flatMap(({ page, rows: read }) =>
    read.map(({ question, text }) => ({
      key: question.label,
      value: (
        <Said
          question={question}
          lines={question.type === "files" ? fileNames(question.id) : text}
        />
      ),
      actions: {
        items: [
          {
            href: `${council.at.page(service.id, page.id)}?change=yes#${question.id}`,
            content: "Change",
            visuallyHiddenText: question.label,
          },
        ],
      },
    })),
  );
  return <SummaryList classes="govuk-!-margin-bottom-9" rows={rows} />;
}

function Said({ question, lines }: { question: Question; lines: readonly string[] }) {
  if (lines.length === 0) return <>Not given</>;
  const isTitle = (line: string) =>
    question.type === "group" && isEntryTitle(line, question.itemName);
  return (
    <>
      {lines.map((line, at) => (
        <>
          {at > 0 && <br />}
          {isTitle(line) ? (
            <strong class={at > 0 ? "portal-entry" : undefined}>{line}</strong>
          ) : (
            line
          )}
        </>
      ))}
    </>
  );
}

/** "Date 2", as the entries of a list are read back. */
function isEntryTitle(line: string, itemName: string): boolean {
  const [name, number] = [line.slice(0, itemName.length), line.slice(itemName.length)];
  return name.toLowerCase() === itemName.toLowerCase() && /^ \d+$/.test(number);
}
