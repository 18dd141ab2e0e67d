import { Button, SummaryList } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../pages/fault-summary.tsx";
import type { Frame } from "../pages/frame.ts";
import { Column, OfficePage } from "../pages/office-page.tsx";
import { hasOffice } from "./read-council.ts";
import { type StepProps, stepFields } from "./step-fields.tsx";
import { fieldsOf, type Step, steps, type Typed } from "./typed.ts";

export type NewCouncilPageProps = Frame & StepProps & { readonly step: Step };

const titles: Readonly<Record<Step, string>> = {
  name: "Name and address",
  brand: "Brand",
  "sign-in": "Sign-in",
  connector: "Back office",
  recipes: "Services",
  administrators: "Administrators",
  check: "Check and create",
};

/** One page of taking a council on. What was typed before goes with it, so it can be gone back to at any time. */
export function NewCouncilPage(props: NewCouncilPageProps) {
  const { office, step, faults, typed } = props;
  const place = steps.indexOf(step);
  const before = steps[place - 1];
  return (
    <OfficePage
      {...props}
      title={`${titles[step]} - take a council on`}
      faults={anyFault(faults)}
      current="councils"
    >
      <Column>
        <FaultSummary faults={faults} />
        <span class="govuk-caption-l">
          Take a council on: {place + 1} of {steps.length}
        </span>
        <h1 class="govuk-heading-l">{titles[step]}</h1>
        <form method="post" action={office.at.newCouncil} novalidate>
          <Carried typed={typed} but={step} />
          {/* Whoever presses Enter goes on. */}
          <button type="submit" name="go" value="next" hidden>
            Continue
          </button>
          {step === "check" ? <Check {...props} /> : stepFields[step](props)}
          <div class="govuk-button-group">
            <Button name="go" value="next" preventDoubleClick>
              {step === "check" ? "Create the council" : "Continue"}
            </Button>
            {before && (
              <button type="submit" name="go" value={before} class="console-link govuk-body">
                Back
              </button>
            )}
          </div>
        </form>
      </Column>
    </OfficePage>
  );
}

function Carried({ typed, but }: { typed: Typed; but: Step }) {
  const own: readonly string[] = fieldsOf[but];
  const said = Object.entries(typed.said).filter(([field]) => !own.includes(field));
  const recipes = own.includes("recipes") ? [] : typed.recipes;
  return (
    <>
      <input type="hidden" name="step" value={but} />
      <input type="hidden" name="once" value={typed.once} />
      {said.map(([field, value]) => (
        <input type="hidden" name={field} value={value} />
      ))}
      {recipes.map((recipe) => (
        <input type="hidden" name="recipes" value={recipe} />
      ))}
    </>
  );
}

function Check({ typed }: StepProps) {
  return (
    <>
      {steps
        .filter((step) => step !== "check")
        .map((step) => (
          <>
            <h2 class="govuk-heading-s">
              {titles[step]}{" "}
              <button type="submit" name="go" value={step} class="console-link govuk-body">
                Change<span class="govuk-visually-hidden"> {titles[step].toLowerCase()}</span>
              </button>
            </h2>
            <SummaryList
              rows={rowsOf[step](typed).map(([key, value]) => ({ key, value: value ?? "None" }))}
            />
          </>
        ))}
    </>
  );
}

type Row = readonly [key: string, value: string | undefined];

/** What was typed, but for what lets us in somewhere. */
const rowsOf: Readonly<Record<Exclude<Step, "check">, (typed: Typed) => readonly Row[]>> = {
  name: ({ said }) => [
    ["Name", said.name],
    ["Name in addresses", said.id],
    ["Host names", said.domain],
  ],
  brand: ({ said }) => [["Colour", said.colour]],
  "sign-in": ({ said }) => [
    ["Staff sign in", said.signIn === "openid" ? `With ${said.provider}` : "By a link by email"],
  ],
  connector: ({ said }) =>
    hasOffice(said)
      ? [
          ["Back office", said.officeName],
          ["Address", said.address],
        ]
      : [["Back office", "It is set up later"]],
  recipes: ({ recipes }) => [["Services", String(recipes.length)]],
  administrators: ({ said }) => [
    ["First", `${said.adminName1}, ${said.adminEmail1}`],
    ["Second", said.adminName2 && `${said.adminName2}, ${said.adminEmail2}`],
  ],
};
