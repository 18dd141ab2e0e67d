import { Input, type InputProps } from "@guildhall/ui";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { fieldWords } from "./field-words.ts";
import { faultOf, shownIn } from "./filling.ts";
import { PartsGroup } from "./parts-group.tsx";

type Line = Omit<InputProps, "name"> & { readonly part: string };

const { organisation, bank } = fieldWords;

const organisationLines: readonly Line[] = [
  { part: "name", label: organisation.name, spellcheck: false },
  {
    part: "number",
    label: organisation.number,
    hint: organisation.numberHint,
    classes: "govuk-input--width-10",
    spellcheck: false,
    autocapitalize: "characters",
  },
];

/** Nobody's browser should offer one person's account to the next. */
const account = { spellcheck: false, autocomplete: "off" } as const;

const bankLines: readonly Line[] = [
  { part: "accountName", label: bank.accountName, ...account },
  {
    part: "sortCode",
    label: bank.sortCode,
    hint: bank.sortCodeHint,
    classes: "govuk-input--width-5",
    inputmode: "numeric",
    ...account,
  },
  {
    part: "accountNumber",
    label: bank.accountNumber,
    hint: bank.accountNumberHint,
    classes: "govuk-input--width-10",
    inputmode: "numeric",
    ...account,
  },
  {
    part: "rollNumber",
    label: bank.rollNumber,
    hint: bank.rollNumberHint,
    classes: "govuk-input--width-10",
    ...account,
  },
];

/** Ask for a company, a charity or another body. */
export function OrganisationField(
  props: FieldProps<Extract<AnyQuestion, { type: "organisation" }>>,
) {
  return <Lines {...props} lines={organisationLines} />;
}

/** Ask for the account that money is to be paid into. */
export function BankField(props: FieldProps<Extract<AnyQuestion, { type: "bank-details" }>>) {
  return <Lines {...props} lines={bankLines} />;
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
