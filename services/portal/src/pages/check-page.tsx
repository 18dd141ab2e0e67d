import type { Answers, Question, Service } from "@guildhall/contract";
import { type CompiledForm, readBack } from "@guildhall/forms";
import { firstControl, Text } from "@guildhall/question-view";
import { BackLink, Button, ErrorSummary, SummaryList } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { costsOf, ToPay } from "./costs.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { Lines } from "./overtaken-pages.tsx";
import { SaveLink } from "./tasks-page.tsx";

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
  const words = council.words.sending;
  const title = words.check;
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
        <h2 class="govuk-heading-m">{pays ? words.sendAndPay : headingFor(council)}</h2>
        <p class="govuk-body">{pays ? words.confirmAndPay : words.confirm}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.servicePrivacy(service.id)}>
            {words.howWeUse}
          </a>
        </p>
        <form method="post" action={council.at.check(service.id)}>
          <input type="hidden" name="answers" value={JSON.stringify(answers)} />
          <Button preventDoubleClick>{pays ? words.payButton : words.sendButton}</Button>
        </form>
        <SaveLink href={council.at.save(service.id)} />
      </Column>
    </CouncilPage>
  );
}

/** Who is asked for one more thing sends no new request. */
function headingFor({ answering, words }: Council): string {
  return answering ? words.answering.send : words.sending.send;
}

/** Each answer in its order, the entries of a list apart: each is changed where it stands. */
function Answered(props: CheckPageProps) {
  const { council, service, form, answers, fileNames } = props;
  const { language, words } = council;
  const rows = readBack(form, answers, { toThemself: true, language }).flatMap(
    ({ page, rows: read }) =>
      read.flatMap(({ question, text }) => {
        const lines = question.type === "files" ? fileNames(question.id) : text;
        const base = `${council.at.page(service.id, page.id)}?change=yes`;
        return entriesOf(question, lines).map((entry) => ({
          key: <Text>{entry.name}</Text>,
          value: entry.lines.length > 0 ? <Lines lines={entry.lines} /> : words.frame.notGiven,
          actions: {
            items:
              question.type === "calculated"
                ? []
                : [
                    {
                      href: `${base}#${entry.target}`,
                      content: words.sending.change,
                      visuallyHiddenText: entry.name,
                    },
                  ],
          },
        }));
      }),
  );
  return <SummaryList classes="govuk-!-margin-bottom-9" rows={rows} />;
}

interface Entry {
  readonly name: string;
  readonly target: string;
  readonly lines: readonly string[];
}

/** A list that has entries is read back entry by entry; anything else is one. */
function entriesOf(question: Question, lines: readonly string[]): Entry[] {
  const { id, label } = question;
  if (question.type !== "group" || lines.length === 0) return [{ name: label, target: id, lines }];
  const starts = lines.flatMap((line, at) => (isEntryTitle(line, question.itemName) ? [at] : []));
  const [first] = question.questions;
  return starts.map((start, at) => ({
    name: `${label}: ${lines[start]?.toLowerCase()}`,
    target: first ? `${id}-${at}-${firstControl(first)}` : id,
    lines: lines.slice(start + 1, starts[at + 1]),
  }));
}

/** "Date 2", as the entries of a list are read back. */
function isEntryTitle(line: string, itemName: string): boolean {
  const [name, number] = [line.slice(0, itemName.length), line.slice(itemName.length)];
  return name.toLowerCase() === itemName.toLowerCase() && /^ \d+$/.test(number);
}
