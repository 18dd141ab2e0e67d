import { Button, Input, Radios, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Column } from "../../pages/office-page.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Autosave, DraftPage, Seen } from "../ground/draft-page.tsx";
import { type Entered, Was } from "../ground/part-fields.tsx";
import { Languages } from "./languages.tsx";
import { type HeadText, headTexts, headWelsh } from "./look-fields.ts";
import { WelshField } from "./welsh-field.tsx";
import { isInWelsh } from "./welsh-texts.ts";

export interface LookPageProps {
  readonly frame: DraftFrame;
  readonly entered: Entered;
  readonly faults: Faults;
}

/** How a service presents itself: its texts before the first question, its brand, its languages. */
export function LookPage(props: LookPageProps) {
  const { frame, faults } = props;
  return (
    <DraftPage frame={frame} title="Look and languages" faults={faults}>
      <form method="post" action={frame.here.look} novalidate data-autosave>
        <Seen frame={frame} />
        {headTexts.map((text) => (
          <Head {...props} text={text} />
        ))}
        <Column>
          <Brands {...props} />
          <ListNumber {...props} />
          <Unfinished {...props} />
          <Autosave frame={frame} />
          <Button preventDoubleClick>Save</Button>
        </Column>
      </form>
      <Languages frame={frame} />
    </DraftPage>
  );
}

/** A text, and its Welsh beside it where the service is being translated. */
function Head(props: LookPageProps & { text: HeadText }) {
  const { frame, entered, faults, text } = props;
  const { definition } = frame.draft;
  const { field, label, hint, rows } = text;
  const kept = definition[field] ?? "";
  const shared = { name: field, label, hint, value: entered.now(field, kept) };
  const welsh = headWelsh(definition).find(({ path }) => path === field);
  return (
    <div class="builder-pair">
      <div>
        <Was field={field} value={entered.was(field, kept)} />
        {rows === 1 ? (
          <Input {...shared} errorMessage={faults[field]} />
        ) : (
          <Textarea {...shared} rows={rows} errorMessage={faults[field]} />
        )}
      </div>
      {welsh && isInWelsh(definition) && (
        <div>
          <WelshField text={welsh} label={label} entered={entered} faults={faults} />
        </div>
      )}
    </div>
  );
}

function Brands({ frame, entered, faults }: LookPageProps) {
  const { brands } = frame.office.tenant;
  const kept = frame.draft.definition.brand ?? "";
  if (brands.length < 2 && kept === "") return null;
  const [first, ...others] = brands;
  const offered = kept === first?.id ? brands : others;
  return (
    <>
      <Was field="brand" value={entered.was("brand", kept)} />
      <Radios
        name="brand"
        fieldset={{ legend: { content: "Brand", classes: "govuk-fieldset__legend--s" } }}
        hint="The name, logo and colours that its pages show."
        items={[
          {
            value: "",
            content: first ? `${first.name}, as all services` : "As all services",
            checked: entered.now("brand", kept) === "",
          },
          ...offered.map(({ id, name }) => ({
            value: id,
            content: name,
            checked: entered.now("brand", kept) === id,
          })),
        ]}
        errorMessage={faults.brand}
      />
    </>
  );
}

function ListNumber({ frame, entered, faults }: LookPageProps) {
  const kept = String(frame.draft.definition.lgsl ?? "");
  return (
    <>
      <Was field="lgsl" value={entered.was("lgsl", kept)} />
      <Input
        name="lgsl"
        label="Number in the list of local services (optional)"
        hint="Every kind of council service in England and Wales has one, like 532. Leave it empty if you do not know it."
        inputmode="numeric"
        classes="govuk-input--width-5"
        value={entered.now("lgsl", kept)}
        errorMessage={faults.lgsl}
      />
    </>
  );
}

function Unfinished({ frame, entered, faults }: LookPageProps) {
  const field = "replacesDrafts";
  const kept = frame.draft.definition.replacesDrafts ? "yes" : "";
  const now = entered.now(field, kept);
  return (
    <>
      <Was field={field} value={entered.was(field, kept)} />
      <Radios
        name={field}
        fieldset={{
          legend: {
            content: "Forms that people have begun when you publish this",
            classes: "govuk-fieldset__legend--s",
          },
        }}
        items={[
          { value: "", content: "They finish the version that they began", checked: now === "" },
          {
            value: "yes",
            content: "They move on to this version, and are asked what is new",
            hint: "For when the law has changed.",
            checked: now !== "",
          },
        ]}
        errorMessage={faults[field]}
      />
    </>
  );
}
