import { Fieldset, Hint, Input } from "@guildhall/ui";
import { type PlaceView, viewOf } from "../../places/view.ts";
import { placeWords } from "../../places/words.ts";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { type Filling, faultOf, shownIn } from "./filling.ts";
import { labelFor } from "./label.ts";
import { ChooseStep, FindStep, Kept, StepLink, Trouble, WayOf } from "./place-steps.tsx";

const lines = [
  { part: "line1", label: "Address line 1" },
  { part: "line2", label: "Address line 2 (optional)" },
  { part: "town", label: "Town or city", classes: "govuk-!-width-two-thirds" },
  { part: "postcode", label: "Postcode (optional)", classes: "govuk-input--width-10" },
] as const;

/** Ask for an address: found by its postcode where the council looks addresses up, or line by line. */
export function AddressField(props: FieldProps<Extract<AnyQuestion, { type: "address" }>>) {
  const { question, name, filling, heading, placed } = props;
  const { required } = placed.asked;
  const hint = question.hint === undefined ? undefined : `${name}-hint`;
  return (
    <Fieldset
      legend={labelFor(question, { heading, required, kind: "fieldset__legend" })}
      {...(hint ? { describedBy: hint } : {})}
    >
      {hint && <Hint id={hint}>{question.hint}</Hint>}
      <Step name={name} filling={filling} />
    </Fieldset>
  );
}

interface StepProps {
  readonly name: string;
  readonly filling: Filling;
}

function Step(props: StepProps) {
  const view = viewOf(props.filling, props.name);
  switch (view.way) {
    case "find":
      return <Find {...props} />;
    case "choose":
      return <ChooseStep {...props} view={view} />;
    case "chosen":
      return <Chosen {...props} />;
    case "hand":
      return <ByHand {...props} view={view} />;
  }
}

/** What was typed by hand before travels along, so that it is there again. */
function Find({ name, filling }: StepProps) {
  return (
    <>
      <Kept name={name} filling={filling} parts={lines.map(({ part }) => part)} />
      <FindStep name={name} filling={filling} label={placeWords.postcode} withNumber />
      <StepLink does="hand" name={name}>
        {placeWords.byHand}
      </StepLink>
    </>
  );
}

function Chosen({ name, filling }: StepProps) {
  const parts = lines.map(({ part }) => shownIn(filling, `${name}-${part}`)).filter(Boolean);
  return (
    <>
      <WayOf name={name} way="chosen" />
      <Kept name={name} filling={filling} parts={[...lines.map(({ part }) => part), ...found]} />
      <p class="govuk-body" id={`${name}-line1`} tabindex={-1}>
        {parts.map((part) => (
          <>
            {part}
            <br />
          </>
        ))}
      </p>
      <StepLink does="again" name={name}>
        {placeWords.change}
      </StepLink>
      <StepLink does="hand" name={name}>
        {placeWords.byHand}
      </StepLink>
    </>
  );
}

/** What comes with an address that was found. */
const found = ["uprn", "easting", "northing", "anyway"];

function ByHand({ name, filling, view }: StepProps & { view: PlaceView }) {
  return (
    <>
      <Trouble view={view} />
      {filling.lookUp && <WayOf name={name} way="hand" />}
      {lines.map(({ part, label, ...look }) => (
        <Input
          name={`${name}-${part}`}
          label={label}
          value={shownIn(filling, `${name}-${part}`)}
          errorMessage={faultOf(filling, `${name}-${part}`)?.sentence}
          autocomplete={filling.autocomplete.get(`${name}-${part}`)}
          {...look}
        />
      ))}
      {filling.lookUp && !view.trouble && (
        <StepLink does="again" name={name}>
          {placeWords.search}
        </StepLink>
      )}
    </>
  );
}
