import { componentWordsHere } from "../component-words.ts";
import {
  type Attributes,
  type Common,
  join,
  type Nothing,
  type Optional,
  partOf,
  present,
} from "../parts.ts";
import type { GroupOf } from "./choices.tsx";
import { describedBy, type FormGroup, Group, type Help, HelpOf } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { Input, type InputProps } from "./input.tsx";

export type DatePart = Optional<{
  name: string;
  label: string;
  id: string;
  classes: string;
  value: string | number;
  /** Whether this part is at fault; where none says so, an error message marks them all. */
  error: boolean;
  inputmode: InputProps["inputmode"];
  autocomplete: string;
  pattern: string;
  attributes: Attributes;
}>;

type Unit = "day" | "month" | "year";
const units: readonly Unit[] = ["day", "month", "year"];

export type DateInputProps = Common & { id: string } & Help &
  Optional<{
    /** Goes before each name: `born` makes `born-day`, `born-month` and `born-year`. */
    namePrefix: string;
    /** What was typed, by the name of its part. */
    values: Record<string, string | number | undefined>;
    items: readonly (DatePart | Nothing)[];
    fieldset: GroupOf;
    formGroup: FormGroup;
  }> & { [Key in Unit]?: DatePart | false | undefined };

/** Ask for a date that people know, in three fields. */
export function DateInput(props: DateInputProps) {
  const inner = <Parts {...props} />;
  const help = describedBy(props.id, props, props.fieldset?.describedBy);
  return (
    <Group formGroup={props.formGroup} failed={Boolean(partOf(props.errorMessage))}>
      {props.fieldset ? (
        <Fieldset {...props.fieldset} role="group" describedBy={help}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </Group>
  );
}

function Parts(props: DateInputProps) {
  const parts = present(props.items?.length ? props.items : units.map((unit) => own(props, unit)));
  const blamed = parts.some(isBlamed);
  const failed = Boolean(partOf(props.errorMessage));
  return (
    <>
      <HelpOf id={props.id} hint={props.hint} errorMessage={props.errorMessage} />
      <div class={join("govuk-date-input", props.classes)} {...props.attributes} id={props.id}>
        {props.formGroup?.before}
        {parts.map((part) => {
          const wrong = isBlamed(part) || (part.error !== false && failed && !blamed);
          return <PartOf date={props} part={part} wrong={wrong} />;
        })}
        {props.formGroup?.after}
      </div>
    </>
  );
}

function PartOf({ date, part, wrong }: { date: DateInputProps; part: DatePart; wrong: boolean }) {
  const words = componentWordsHere();
  const unit = unitOf(date, part);
  const name = part.name ?? unit ?? "";
  const fullName = date.namePrefix ? `${date.namePrefix}-${name}` : name;
  const known = unit ? date[unit] : undefined;
  const value = part.value ?? (known ? known.value : undefined) ?? date.values?.[fullName];
  return (
    <div class="govuk-date-input__item">
      <Input
        {...part}
        label={{
          content: part.label || (unit === name ? words[unit] : capitalise(name)),
          classes: "govuk-date-input__label",
        }}
        id={part.id || `${date.id}-${name}`}
        name={fullName}
        value={value}
        classes={join("govuk-date-input__input", ...classesOf(part, unit, wrong))}
        type="text"
        inputmode={part.inputmode || "numeric"}
      />
    </div>
  );
}

function classesOf(part: DatePart, unit: Unit | undefined, wrong: boolean): string[] {
  const given = part.classes ?? "";
  const error = wrong && !given.includes("govuk-input--error") ? ["govuk-input--error"] : [];
  const width = given.includes("govuk-input--width-")
    ? []
    : [`govuk-input--width-${unit === "year" ? 4 : 2}`];
  return [...error, ...width, given];
}

function own(props: DateInputProps, unit: Unit): DatePart | false {
  const given = props[unit];
  if (given === false) return false;
  return given ?? { name: unit, value: props.values?.[unit] };
}

/** Which part of the date this is: by its place, or by the name that it goes by. */
function unitOf(date: DateInputProps, part: DatePart): Unit | undefined {
  return units.find((unit) => {
    const known = date[unit];
    if (known && known === part) return true;
    return part.name !== undefined && [unit, known ? known.name : undefined].includes(part.name);
  });
}

function isBlamed(part: DatePart): boolean {
  return part.error === true || Boolean(part.classes?.includes("govuk-input--error"));
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
