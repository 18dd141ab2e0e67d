import { Button, Input, InsetText, Radios } from "@guildhall/ui";
import { buttons } from "../buttons.ts";
import type { PlaceView } from "../place-view.ts";
import { wordsHere } from "../words/speech.ts";
import { type Filling, faultOf, shownIn } from "./filling.ts";

interface StepProps {
  readonly name: string;
  readonly filling: Filling;
}

/** A part that travels with the page and is not shown. */
export function Kept({ name, filling, parts }: StepProps & { parts: readonly string[] }) {
  return (
    <>
      {parts.map((part) => {
        const value = shownIn(filling, `${name}-${part}`);
        return value && <input type="hidden" name={`${name}-${part}`} value={value} />;
      })}
    </>
  );
}

/** Which step the page is at; it is there on every page that looks addresses up. */
export function WayOf({ name, way }: { name: string; way: string }) {
  return <input type="hidden" name={`${name}-way`} value={way} />;
}

/** A button that takes one field a step on, or back. */
export function StepButton({
  does,
  name,
  children,
}: {
  does: string;
  name: string;
  children: string;
}) {
  return (
    <Button classes="govuk-button--secondary" name={buttons.place} value={`${does}:${name}`}>
      {children}
    </Button>
  );
}

/** The same as a link, for what few need. */
export function StepLink({
  does,
  name,
  children,
}: {
  does: string;
  name: string;
  children: string;
}) {
  return (
    <p class="govuk-body">
      <button class="portal-link" type="submit" name={buttons.place} value={`${does}:${name}`}>
        {children}
      </button>
    </p>
  );
}

/** Search by postcode or street, and narrow by number. */
export function FindStep(
  props: StepProps & { label: string; withNumber: boolean; aside?: unknown },
) {
  const { name, filling, label, withNumber } = props;
  const { places } = wordsHere();
  const fault =
    faultOf(filling, `${name}-search`) ??
    faultOf(filling, `${name}-line1`) ??
    faultOf(filling, name);
  return (
    <>
      <WayOf name={name} way="find" />
      <Input
        // Where the error summary leads when nothing was entered at all.
        id={fault?.target ?? `${name}-search`}
        name={`${name}-search`}
        label={label}
        value={shownIn(filling, `${name}-search`)}
        errorMessage={fault?.sentence}
        classes="govuk-!-width-two-thirds"
        spellcheck={false}
        autocomplete="off"
      />
      {withNumber && (
        <Input
          name={`${name}-number`}
          label={places.number}
          value={shownIn(filling, `${name}-number`)}
          classes="govuk-input--width-10"
          autocomplete="off"
        />
      )}
      <StepButton does="find" name={name}>
        {places.find}
      </StepButton>
    </>
  );
}

/** Choose from what was found. */
export function ChooseStep({ name, filling, view }: StepProps & { view: PlaceView }) {
  const { places } = wordsHere();
  const found = view.found ?? [];
  const items = found.map(({ id, text }) => ({ value: id, content: text }));
  const [only] = found;
  const picked = shownIn(filling, `${name}-pick`) || (found.length === 1 ? only?.id : undefined);
  return (
    <>
      <WayOf name={name} way="choose" />
      <Kept name={name} filling={filling} parts={["search", "number", "anyway"]} />
      <Radios
        name={`${name}-pick`}
        idPrefix={`${name}-pick`}
        fieldset={{ legend: { content: places.choose, classes: "govuk-fieldset__legend--s" } }}
        hint={places.listed(found.length)}
        items={[...items, { divider: places.or }, { value: "none", content: places.notListed }]}
        value={picked}
        errorMessage={faultOf(filling, `${name}-pick`)?.sentence}
        classes="govuk-radios--small portal-addresses"
      />
      <StepLink does="again" name={name}>
        {places.another}
      </StepLink>
    </>
  );
}

/** Say why it has to be typed. */
export function Trouble({ view }: { view: PlaceView }) {
  return view.trouble ? <InsetText>{view.trouble}</InsetText> : null;
}
