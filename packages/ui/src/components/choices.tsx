import type { Child } from "hono/jsx";
import {
  type Attributes,
  type Common,
  join,
  type Nothing,
  type Optional,
  partOf,
  type Slot,
} from "../parts.ts";
import { describedBy, type FormGroup, Group, type Help, HelpOf } from "./field.tsx";
import { Fieldset, type Legend } from "./fieldset.tsx";
import { Hint } from "./hint.tsx";
import { Label } from "./label.tsx";

/** The set of fields that answer one question, and what is said of it. */
export type GroupOf = Common & Optional<{ legend: Legend; describedBy: string }>;

export type Choice = { value: string | number } & Optional<{
  content: Child;
  id: string;
  checked: boolean;
  disabled: boolean;
  hint: Slot;
  label: Common;
  /** Shown while this is chosen, and always where no script runs. */
  conditional: Slot;
  attributes: Attributes;
}>;
/** A word between two choices, such as "or". */
export type Divider = { divider: string };

export type ChoicesProps<Item> = Common & {
  name: string;
  items: readonly (Item | Divider | Nothing)[];
} & Help &
  Optional<{
    /** The id of the first choice, to which an error summary links; the name, where it is left out. */
    idPrefix: string;
    fieldset: GroupOf;
    formGroup: FormGroup;
  }>;

type Kind = "radios" | "checkboxes";

/** Show a list of choices, with the help that belongs to it, in a fieldset where one is given. */
export function Choices(
  props: Omit<ChoicesProps<Choice>, "items"> & {
    kind: Kind;
    describedBy?: string | undefined;
    children?: Child;
  },
) {
  const id = props.idPrefix || props.name;
  const inner = (
    <>
      <HelpOf id={id} hint={props.hint} errorMessage={props.errorMessage} />
      <div
        class={join(`govuk-${props.kind}`, props.classes)}
        {...props.attributes}
        data-module={`govuk-${props.kind}`}
      >
        {props.formGroup?.before}
        {props.children}
        {props.formGroup?.after}
      </div>
    </>
  );
  const failed = Boolean(partOf(props.errorMessage));
  return (
    <Group formGroup={props.formGroup} failed={failed}>
      {props.fieldset ? (
        <Fieldset {...props.fieldset} describedBy={describedBy(id, props, props.describedBy)}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </Group>
  );
}

/** One choice, and what is asked beside it while it is chosen. */
export function ChoiceOf(props: {
  kind: Kind;
  id: string;
  name: string;
  item: Choice;
  checked: boolean;
  describedBy?: string | undefined;
  behaviour?: string | undefined;
}) {
  const { kind, id, item } = props;
  const hint = partOf(item.hint);
  const conditional = partOf(item.conditional);
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={props.name}
          type={kind === "radios" ? "radio" : "checkbox"}
          value={item.value}
          checked={props.checked}
          disabled={item.disabled}
          data-aria-controls={conditional?.content ? `conditional-${id}` : undefined}
          data-behaviour={props.behaviour || undefined}
          aria-describedby={join(props.describedBy, hint && `${id}-item-hint`) || undefined}
          {...item.attributes}
        />
        <Label
          classes={join(`govuk-${kind}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
          for={id}
        >
          {item.content}
        </Label>
        {hint?.content && (
          <Hint
            id={`${id}-item-hint`}
            classes={join(`govuk-${kind}__hint`, hint.classes)}
            attributes={hint.attributes}
          >
            {hint.content}
          </Hint>
        )}
      </div>
      {conditional?.content && (
        <div
          class={join(
            `govuk-${kind}__conditional`,
            !props.checked && `govuk-${kind}__conditional--hidden`,
          )}
          id={`conditional-${id}`}
        >
          {conditional.content}
        </div>
      )}
    </>
  );
}

/** The first choice has the list's own id, so that an error summary can link to it. */
export function choiceId(prefix: string, item: Choice, index: number): string {
  return item.id || (index === 0 ? prefix : `${prefix}-${index + 1}`);
}

export function isDivider(item: Choice | Divider): item is Divider {
  return "divider" in item && Boolean(item.divider);
}
