import { Input, type InputProps } from "@guildhall/ui";
import { wordsHere } from "../words/speech.ts";
import type { QuestionWords } from "../words/words.ts";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { faultOf, shownIn } from "./filling.ts";
import { PartsGroup } from "./parts-group.tsx";

type Line = Omit<InputProps, "name"> & { readonly part: string };

/** Nobody's browser should offer one person's account to the next. */
const account = { spellcheck: false, autocomplete: "off" } as const;

function organisationLines({
  name,
  number,
  numberHint,
}: QuestionWords["questions"]["organisation"]) {
  const code = { spellcheck: false, autocapitalize: "characters" } as const;
  return [
    { part: "name", label: name, spellcheck: false },
    { part: "number", label: number, hint: numberHint, classes: "govuk-input--width-10", ...code },
  ] satisfies Line[];
}

function bankLines(bank: QuestionWords["questions"]["bank"]) {
  const digits = { inputmode: "numeric", ...account } as const;
  const long = "govuk-input--width-10";
  return [
    { part: "accountName", label: bank.accountName, ...account },
    {
      part: "sortCode",
      label: bank.sortCode,
      hint: bank.sortCodeHint,
      classes: "govuk-input--width-5",
      ...digits,
    },
    {
      part: "accountNumber",
      label: bank.accountNumber,
      hint: bank.accountNumberHint,
      classes: long,
      ...digits,
    },
    {
      part: "rollNumber",
      label: bank.rollNumber,
      hint: bank.rollNumberHint,
      classes: long,
      ...account,
    },
  ] satisfies Line[];
}

/** Ask for a company, a charity or another body. */
export function OrganisationField(
  props: FieldProps<Extract<AnyQuestion, { type: "organisation" }>>,
) {
  return <Lines {...props} lines={organisationLines(wordsHere().questions.organisation)} />;
}

/** Ask for the account that money is to be paid into. */
export function BankField(props: FieldProps<Extract<AnyQuestion, { type: "bank-details" }>>) {
  return <Lines {...props} lines={bankLines(wordsHere().questions.bank)} />;
}

function Lines({ lines, ...props }: FieldProps & { lines: readonly Line[] }) {
  const { name, filling } = props;
  return (
    <PartsGroup {...props}>
      {lines.map(({ part, ...look }) => (
        <Input
          autocomplete={filling.autocomplete.get(`${name}-${part}`)}
          {...look}
          name={`${name}-${part}`}
          value={shownIn(filling, `${name}-${part}`)}
          errorMessage={faultOf(filling, `${name}-${part}`)?.sentence}
        />
      ))}
    </PartsGroup>
  );
}
