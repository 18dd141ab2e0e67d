import { ErrorMessage, Fieldset, Hint } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { Text } from "../words/text.tsx";
import type { FieldProps } from "./field-props.ts";
import { faultOf } from "./filling.ts";
import { labelFor } from "./label.tsx";

type PartsGroupProps = FieldProps & { readonly children?: Child };

/** Put the fields that answer one question together, under its words, its hint and what is wrong with all of them. */
export function PartsGroup(props: PartsGroupProps) {
  const { question, name, filling, heading, placed, children } = props;
  const { required } = placed.asked;
  const fault = faultOf(filling, name);
  const help = [question.hint && `${name}-hint`, fault && `${name}-error`];
  return (
    <div class={fault ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <Fieldset
        legend={labelFor(question, { heading, required, kind: "fieldset__legend" })}
        describedBy={help.filter(Boolean).join(" ")}
      >
        {question.hint && (
          <Hint id={`${name}-hint`}>
            <Text>{question.hint}</Text>
          </Hint>
        )}
        {fault && <ErrorMessage id={`${name}-error`}>{fault.sentence}</ErrorMessage>}
        {children}
      </Fieldset>
    </div>
  );
}
