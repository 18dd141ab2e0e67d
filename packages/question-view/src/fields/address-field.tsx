import { Fieldset, Hint, Input } from "@guildhall/ui";
import { type PlaceView, viewOf } from "../place-view.ts";
import { wordsHere } from "../words/speech.ts";
import { Text } from "../words/text.tsx";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { type Filling, faultOf, shownIn } from "./filling.ts";
import { labelFor } from "./label.tsx";
import { ChooseStep, FindStep, Kept, StepLink, Trouble, WayOf } from "./place-steps.tsx";

const lines = [
  { part: "line1" },
  { part: "line2" },
  { part: "town", classes: "govuk-!-width-two-thirds" },
  { part: "postcode", classes: "govuk-input--width-10" },
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
      {hint && (
        <Hint id={hint}>
          <Text>{question.hint ?? ""}</Text>
        </Hint>
      )}
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
  const { places } = wordsHere();
  return (
    <>
      <Kept name={name} filling={filling} parts={lines.map(({ part }) => part)} />
      <FindStep name={name} filling={filling} label={places.postcode} withNumber />
      <StepLink does="hand" name={name}>
        {places.byHand}
      </StepLink>
    </>
  );
}

function Chosen({ name, filling }: StepProps) {
  const { places } = wordsHere();
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
        {places.change}
      </StepLink>
      <StepLink does="hand" name={name}>
        {places.byHand}
      </StepLink>
    </>
  );
}

/** What comes with an address that was found. */
const found = ["uprn", "easting", "northing", "anyway"];

function ByHand({ name, filling, view }: StepProps & { view: PlaceView }) {
  const { places, questions } = wordsHere();
  return (
    <>
      <Trouble view={view} />
      {filling.lookUp && <WayOf name={name} way="hand" />}
      {lines.map(({ part, ...look }) => (
        <Input
          name={`${name}-${part}`}
          label={questions.address[part]}
          value={shownIn(filling, `${name}-${part}`)}
          errorMessage={faultOf(filling, `${name}-${part}`)?.sentence}
          autocomplete={filling.autocomplete.get(`${name}-${part}`)}
          {...look}
        />
      ))}
      {filling.lookUp && !view.trouble && (
        <StepLink does="again" name={name}>
          {places.search}
        </StepLink>
      )}
    </>
  );
}
