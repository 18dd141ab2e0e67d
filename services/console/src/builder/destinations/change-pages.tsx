import type {
  ChangeKind,
  ChangeSetting,
  LineRow,
  MappingLine,
  MappingOptions,
} from "@guildhall/contract";
import { Button, Checkboxes, Input, Select, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Column } from "../../pages/office-page.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { destinationAddresses } from "./addresses.ts";
import { codeIn, listOf, settingName } from "./read-change.ts";

interface RowPageProps {
  readonly frame: DraftFrame;
  readonly mapping: string;
  readonly line: MappingLine;
  readonly row: LineRow;
  /** What was typed, by field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: Faults;
}

function way({ frame, mapping, line }: RowPageProps) {
  const at = destinationAddresses(frame.here);
  return [
    { content: "Where answers go", href: at.list },
    { content: line.field?.title ?? line.target, href: at.line(mapping, line.target) },
  ];
}

/** The settings of one change to a value. */
export function ChangePage(props: RowPageProps & { kind: ChangeKind }) {
  const { frame, mapping, line, row, kind, faults } = props;
  const action = destinationAddresses(frame.here).change(mapping, {});
  return (
    <DraftPage frame={frame} title={kind.title} way={way(props)} faults={faults}>
      <Column>
        <p class="govuk-body">{row.sentence}</p>
        <form method="post" action={action} novalidate>
          <Seen frame={frame} />
          <input type="hidden" name="target" value={line.target} />
          <input type="hidden" name="at" value={row.at} />
          <input type="hidden" name="kind" value={kind.id} />
          {kind.settings.map((setting) => (
            <Setting {...props} setting={setting} />
          ))}
          <Button preventDoubleClick>Add this change</Button>
        </form>
      </Column>
    </DraftPage>
  );
}

function Setting({ setting, typed, faults }: RowPageProps & { setting: ChangeSetting }) {
  const { kind, label, hint, choices = [], required } = setting;
  const name = settingName(setting);
  const value = typed[name] ?? "";
  const said = { name, label, hint, errorMessage: faults[name] };
  if (kind === "choice") {
    const none = required ? [] : [{ value: "", content: "As usual" }];
    const items = choices.map((choice) => ({ value: choice.value, content: choice.label }));
    return <Select {...said} items={[...none, ...items]} value={value} />;
  }
  if (kind === "yes-no")
    return (
      <Checkboxes
        name={name}
        items={[{ value: "yes", content: label, checked: value === "yes" }]}
      />
    );
  if (kind === "lines") return <Textarea {...said} value={value} rows={4} />;
  if (kind === "number")
    return <Input {...said} value={value} inputmode="numeric" classes="govuk-input--width-5" />;
  return <Input {...said} value={value} />;
}

/** What each option of a question becomes, beside the values that the system takes. */
export function OptionsPage(props: RowPageProps & { matches: MappingOptions }) {
  const { frame, mapping, line, row, matches, faults, typed } = props;
  const list = listOf(row.row);
  const action = destinationAddresses(frame.here).options(mapping, {});
  const becomes = (option: string, code: string | undefined) =>
    typed[`option-${option}`] ?? String(codeIn(list, option) ?? code ?? "");
  return (
    <DraftPage frame={frame} title="What each option becomes" way={way(props)} faults={faults}>
      <Column>
        <p class="govuk-body">
          {matches.values.length > 0
            ? "The values are those that the system takes now. What is likely meant is chosen already: look over each."
            : "The system does not say which values it takes. Enter what it is to be told."}
        </p>
        <form method="post" action={action} novalidate>
          <Seen frame={frame} />
          <input type="hidden" name="target" value={line.target} />
          <input type="hidden" name="at" value={row.at} />
          {matches.options.map(({ option, label, code, how }) => (
            <Value
              name={`option-${option}`}
              label={label}
              hint={
                how === "likely" && list === undefined ? "Suggested, as it is alike." : undefined
              }
              value={becomes(option, code)}
              values={matches.values}
              error={faults[`option-${option}`]}
            />
          ))}
          <Value
            name="otherwise"
            label="Anything else"
            hint="Leave it empty where nothing else can be answered."
            value={typed.otherwise ?? String(list?.otherwise ?? "")}
            values={matches.values}
            error={faults.otherwise}
          />
          <Button preventDoubleClick>Save</Button>
        </form>
      </Column>
    </DraftPage>
  );
}

interface ValueProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string;
  readonly values: MappingOptions["values"];
  readonly error: string | undefined;
}

function Value({ name, label, hint, value, values, error }: ValueProps) {
  const said = { name, label, hint, value, errorMessage: error };
  if (values.length === 0) return <Input {...said} />;
  const isKnown = value === "" || values.some(({ code }) => code === value);
  const items = [
    { value: "", content: "Choose" },
    ...(isKnown ? [] : [{ value, content: `${value} (not taken any more)` }]),
    ...values.map(({ code, text }) => ({ value: code, content: text })),
  ];
  return <Select {...said} items={items} />;
}
