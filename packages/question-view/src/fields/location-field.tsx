import { Fieldset, Hint, Input } from "@guildhall/ui";
import { type PlaceView, viewOf } from "../place-view.ts";
import { wordsHere } from "../words/speech.ts";
import { Text } from "../words/text.tsx";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { type Filling, faultOf, shownIn } from "./filling.ts";
import { labelFor } from "./label.tsx";
import { PlaceMap } from "./place-map.tsx";
import { ChooseStep, FindStep, Kept, StepLink, Trouble, WayOf } from "./place-steps.tsx";

const position = ["latitude", "longitude", "easting", "northing", "uprn", "postcode"];

/** Ask for a place: searched for, put on a map where a script runs, or by its coordinates; and described. */
export function LocationField(props: FieldProps<Extract<AnyQuestion, { type: "location" }>>) {
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
      return (
        <>
          <Kept {...props} parts={["description"]} />
          <ChooseStep {...props} view={view} />
        </>
      );
    case "chosen":
      return <Chosen {...props} />;
    case "hand":
      return <ByHand {...props} view={view} />;
  }
}

function Find({ name, filling }: StepProps) {
  const { places } = wordsHere();
  return (
    <>
      <Kept name={name} filling={filling} parts={["description"]} />
      <FindStep name={name} filling={filling} label={places.where} withNumber={false} />
      <PlaceMap name={name} filling={filling} />
      <StepLink does="hand" name={name}>
        {places.placeByHand}
      </StepLink>
    </>
  );
}

function Chosen({ name, filling }: StepProps) {
  const { places } = wordsHere();
  const part = (one: string) => shownIn(filling, `${name}-${one}`);
  return (
    <>
      <WayOf name={name} way="chosen" />
      <Kept name={name} filling={filling} parts={[...position, "anyway"]} />
      <p class="govuk-body" id={name} tabindex={-1}>
        {places.pinned} {part("latitude")}, {part("longitude")}
        {part("postcode") && ` (${part("postcode")})`}
      </p>
      <Description name={name} filling={filling} />
      <StepLink does="again" name={name}>
        {places.changePlace}
      </StepLink>
    </>
  );
}

function ByHand({ name, filling, view }: StepProps & { view: PlaceView }) {
  const { places } = wordsHere();
  const coordinate = (part: "latitude" | "longitude") => (
    <Input
      name={`${name}-${part}`}
      id={part === "latitude" && faultOf(filling, name) ? name : `${name}-${part}`}
      label={places[part]}
      value={shownIn(filling, `${name}-${part}`)}
      errorMessage={
        (
          faultOf(filling, `${name}-${part}`) ??
          (part === "latitude" ? faultOf(filling, name) : undefined)
        )?.sentence
      }
      classes="govuk-input--width-10"
      inputmode="decimal"
    />
  );
  return (
    <>
      <Trouble view={view} />
      {filling.lookUp && <WayOf name={name} way="hand" />}
      {coordinate("latitude")}
      {coordinate("longitude")}
      <Description name={name} filling={filling} />
      {filling.lookUp && !view.trouble && (
        <StepLink does="again" name={name}>
          {places.search}
        </StepLink>
      )}
    </>
  );
}

/** Words for where it is, which a pin alone does not say. */
function Description({ name, filling }: StepProps) {
  const { places } = wordsHere();
  return (
    <Input
      name={`${name}-description`}
      label={places.describe}
      hint={places.describeHint}
      value={shownIn(filling, `${name}-description`)}
      errorMessage={faultOf(filling, `${name}-description`)?.sentence}
    />
  );
}
