import type { PropsWithChildren } from "hono/jsx";
import { ukTime } from "./uk-time.ts";

/** Something typed wrong: the field's id and a sentence. */
export interface Wrong {
  readonly field: string;
  readonly text: string;
}

/** The head of a page whose form was not accepted. */
export function ErrorSummary({ wrongs }: { wrongs: readonly Wrong[] }) {
  if (wrongs.length === 0) return null;
  return (
    <div class="summary" role="alert" tabindex={-1}>
      <h2>There is a problem</h2>
      <ul>
        {wrongs.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly wrongs: readonly Wrong[];
}

/** A label, what is wrong with the field, and the field. */
export function Field({ id, label, wrongs, children }: PropsWithChildren<FieldProps>) {
  const wrong = wrongFor(id, wrongs);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {wrong ? (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      ) : null}
      {children}
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

interface SelectProps extends FieldProps {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen?: string | undefined;
  /** The words of a first, empty choice. */
  readonly none?: string;
}

export function Select({ id, label, wrongs, name, choices, chosen, none }: SelectProps) {
  return (
    <Field id={id} label={label} wrongs={wrongs}>
      <select id={id} name={name} {...described(id, wrongs)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map(({ value, text }) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface TextAreaProps extends FieldProps {
  readonly name: string;
  readonly typed?: string | undefined;
}

export function TextArea({ id, label, wrongs, name, typed }: TextAreaProps) {
  return (
    <Field id={id} label={label} wrongs={wrongs}>
      <textarea id={id} name={name} rows={4} maxlength={4000} {...described(id, wrongs)}>
        {typed ?? ""}
      </textarea>
    </Field>
  );
}

/** A moment in UK local time. */
export function Moment({ at }: { at: string }) {
  return <time datetime={at}>{ukTime(at)}</time>;
}

function described(id: string, wrongs: readonly Wrong[]) {
  return wrongFor(id, wrongs)
    ? { "aria-invalid": "true" as const, "aria-describedby": `${id}-wrong` }
    : {};
}

function wrongFor(id: string, wrongs: readonly Wrong[]): string | undefined {
  return wrongs.find(({ field }) => field === id)?.text;
}
