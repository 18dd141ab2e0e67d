import type { PropsWithChildren } from "hono/jsx";
import { ukTime } from "../uk-time.ts";

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
  readonly hint?: string;
  readonly wrongs: readonly Wrong[];
}

/** A label, a hint, what is wrong with the field, and the field. */
export function Field({ id, label, hint, wrongs, children }: PropsWithChildren<FieldProps>) {
  const wrong = wrongFor(id, wrongs);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
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

export function Select({ name, choices, chosen, none, ...field }: SelectProps) {
  return (
    <Field {...field}>
      <select id={field.id} name={name} {...described(field)}>
        {none === undefined ? null : <option value="">{none}</option>}
        <Options choices={choices} chosen={chosen} />
      </select>
    </Field>
  );
}

interface OptionsProps {
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
}

export function Options({ choices, chosen }: OptionsProps) {
  return (
    <>
      {choices.map(({ value, text }) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </>
  );
}

interface TextProps extends FieldProps {
  readonly name: string;
  readonly typed?: string | undefined;
}

export function TextArea({ name, typed, ...field }: TextProps) {
  return (
    <Field {...field}>
      <textarea id={field.id} name={name} rows={3} maxlength={4000} {...described(field)}>
        {typed ?? ""}
      </textarea>
    </Field>
  );
}

/** One line of text, or a day or a time of day, which browsers help to choose. */
export function TextLine({
  name,
  typed,
  type = "text",
  ...field
}: TextProps & { readonly type?: "text" | "date" | "time" }) {
  return (
    <Field {...field}>
      <input
        type={type}
        id={field.id}
        name={name}
        value={typed ?? ""}
        {...(type === "text" ? { maxlength: 200 } : {})}
        {...described(field)}
      />
    </Field>
  );
}

interface CheckProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
}

export function Check({ id, name, label, checked }: CheckProps) {
  return (
    <div class="check">
      <input type="checkbox" id={id} name={name} value="yes" checked={checked} />
      <label for={id}>{label}</label>
    </div>
  );
}

/** A moment in UK local time. */
export function Moment({ at }: { at: string }) {
  return <time datetime={at}>{ukTime(at)}</time>;
}

/** What a screen reader is to say of a field besides its label. */
function described({ id, hint, wrongs }: FieldProps) {
  const wrong = wrongFor(id, wrongs);
  const ids = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean);
  return {
    ...(wrong ? { "aria-invalid": "true" as const } : {}),
    ...(ids.length > 0 ? { "aria-describedby": ids.join(" ") } : {}),
  };
}

function wrongFor(id: string, wrongs: readonly Wrong[]): string | undefined {
  return wrongs.find(({ field }) => field === id)?.text;
}
