import type { Answers } from "@guildhall/contract";
import { readFields } from "@guildhall/forms";
import { Button, ErrorMessage, Fieldset, Hint } from "@guildhall/ui";
import { arrange } from "../arrange.ts";
import { buttons } from "../buttons.ts";
import { wordsHere } from "../words/speech.ts";
import { Text } from "../words/text.tsx";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { type Filling, faultOf } from "./filling.ts";

type GroupQuestion = Extract<AnyQuestion, { type: "group" }>;

/** Ask the same questions once for each entry of a list, with plain buttons to add an entry and to remove one. */
export function GroupField(props: FieldProps<GroupQuestion>) {
  const { question, name, filling } = props;
  const count = itemCount(props);
  const fault = faultOf(filling, name);
  const more = count < question.max;
  const { list } = wordsHere().questions;
  return (
    <div class={fault ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      {question.hint && (
        <Hint id={`${name}-hint`}>
          <Text>{question.hint}</Text>
        </Hint>
      )}
      {fault && <ErrorMessage id={`${name}-error`}>{fault.sentence}</ErrorMessage>}
      {Array.from({ length: count }, (_, index) => (
        <Item {...props} index={index} removable={count > fewest(props)} />
      ))}
      {more && (
        <Button
          classes="govuk-button--secondary"
          name={buttons.add}
          value={name}
          id={count === 0 ? name : `${name}-add`}
          attributes={{ formnovalidate: true }}
        >
          {count === 0 ? list.add(question.itemName) : list.another(question.itemName)}
        </Button>
      )}
      {!more && <p class="govuk-body">{list.most(question.max)}</p>}
    </div>
  );
}

/** How many entries a list shows: those there are, one more where that was asked for, one at least where one is needed. */
function itemCount(props: FieldProps<GroupQuestion>): number {
  const { question, name, filling } = props;
  const shown = [...filling.fields.keys()].flatMap((field) => {
    const [, index] = field.startsWith(`${name}-`)
      ? (/^-(\d{1,2})-/.exec(field.slice(name.length)) ?? [])
      : [];
    return index === undefined ? [] : [Number(index) + 1];
  });
  const there = Math.max(0, ...shown) + (filling.adding === name ? 1 : 0);
  return Math.min(Math.max(there, fewest(props)), question.max);
}

function fewest({ question, placed }: FieldProps<GroupQuestion>): number {
  return placed.asked.required ? Math.max(1, question.min) : 0;
}

function Item(props: FieldProps<GroupQuestion> & { index: number; removable: boolean }) {
  const { question, name, filling, placed, index, removable } = props;
  const { list } = wordsHere().questions;
  const prefix = `${name}-${index}-`;
  const title = `${capital(question.itemName)} ${index + 1}`;
  const places = arrange(placed.asked.items, {
    ...filling.answers,
    ...itemAnswers(question, prefix, filling),
  });
  return (
    <div class="portal-item" id={index === 0 ? name : undefined}>
      <Fieldset legend={{ content: title, classes: "govuk-fieldset__legend--m" }}>
        {props.ask(places, prefix)}
      </Fieldset>
      {removable && (
        <Button
          classes="govuk-button--secondary"
          name={buttons.remove}
          value={`${name}-${index}`}
          attributes={{ formnovalidate: true }}
        >
          {list.remove} <span class="govuk-visually-hidden">{title.toLowerCase()}</span>
        </Button>
      )}
    </div>
  );
}

/** What an entry says so far, for the conditions that read it. */
function itemAnswers(question: GroupQuestion, prefix: string, { fields }: Filling): Answers {
  const own = new Map(
    [...fields]
      .filter(([field]) => field.startsWith(prefix))
      .map(([field, values]) => [field.slice(prefix.length), values]),
  );
  const questions = question.questions;
  return readFields({ id: "item", title: "", kind: "questions", questions }, own);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
