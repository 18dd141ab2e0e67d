import type { ConnectionTest, RecipeSummary } from "@guildhall/contract";
import { Button, Checkboxes, Input, InsetText, Radios, Textarea } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { BrandPreview } from "../brands/brand-preview.tsx";
import type { Faults } from "../pages/frame.ts";
import type { Field, Step, Typed } from "./typed.ts";

/** What a page of a new council shows. */
export interface StepProps {
  readonly typed: Typed;
  readonly faults: Faults;
  readonly recipes: readonly Pick<RecipeSummary, "recipe" | "title" | "summary">[];
  readonly tested: ConnectionTest | undefined;
}

/** What each page asks. */
export const stepFields: Readonly<Record<Exclude<Step, "check">, (props: StepProps) => Child>> = {
  name: NameFields,
  brand: BrandFields,
  "sign-in": SignInFields,
  connector: ConnectorFields,
  recipes: RecipeFields,
  administrators: AdministratorFields,
};

const legend = (content: string) => ({
  legend: { content, classes: "govuk-fieldset__legend--s" },
});

function Line({
  props: { typed, faults },
  name,
  ...rest
}: {
  props: StepProps;
  name: Field;
  label: string;
  hint?: string;
  type?: string;
  autocomplete?: string;
}) {
  const value = typed.said[name] ?? "";
  return <Input name={name} value={value} errorMessage={faults[name]} {...rest} />;
}

function NameFields(props: StepProps) {
  const { typed, faults } = props;
  return (
    <>
      <Line
        props={props}
        name="name"
        label="Its name"
        hint="For example, Fenmarsh District Council"
      />
      <Line
        props={props}
        name="id"
        label="Its name in addresses"
        hint="Small letters, digits and hyphens. Left empty, it is made of the name. It cannot be changed later."
      />
      <Radios
        name="kind"
        fieldset={legend("What is it?")}
        value={typed.said.kind ?? "council"}
        errorMessage={faults.kind}
        items={[
          { value: "council", content: "A council" },
          { value: "partner", content: "A partner of councils" },
        ]}
      />
      <Textarea
        name="domain"
        label="Host names of its own (optional)"
        hint="One a line, the main one first. Without any its pages stand under this platform's address."
        rows={2}
        value={typed.said.domain ?? ""}
        errorMessage={faults.domain}
      />
    </>
  );
}

function BrandFields(props: StepProps) {
  const { said } = props.typed;
  return (
    <>
      <Line
        props={props}
        name="colour"
        label="The colour of its pages"
        hint="As # and six digits or letters, like #0a5c55. White text stands on it, so it has to be dark."
      />
      <Button name="go" value="brand" classes="govuk-button--secondary">
        Show it
      </Button>
      <BrandPreview name={said.name ?? ""} colour={(said.colour ?? "").toLowerCase()} />
    </>
  );
}

function SignInFields(props: StepProps) {
  const { typed, faults } = props;
  return (
    <Radios
      name="signIn"
      fieldset={legend("How do its staff sign in?")}
      value={typed.said.signIn ?? "email"}
      errorMessage={faults.signIn}
      items={[
        { value: "email", content: "By a link that is sent to them by email" },
        {
          value: "openid",
          content: "With the council's own accounts (OpenID Connect)",
          conditional: (
            <>
              <Line props={props} name="provider" label="What the button says" />
              <Line props={props} name="issuer" label="Address of the provider (issuer)" />
              <Line props={props} name="clientId" label="Client id" />
              <Line
                props={props}
                name="adminGroup"
                label="Group of its administrators"
                hint="Other groups are added later. The client's secret is set by the command line."
              />
            </>
          ),
        },
      ]}
    />
  );
}

function ConnectorFields(props: StepProps) {
  const { typed, faults, tested } = props;
  return (
    <>
      <Radios
        name="office"
        fieldset={legend("Where does what people send go?")}
        value={typed.said.office ?? "none"}
        errorMessage={faults.office}
        items={[
          { value: "none", content: "It is set up later" },
          { value: "alloy", content: "Alloy", conditional: <AlloyFields {...props} /> },
          { value: "uniform", content: "Uniform", conditional: <UniformFields {...props} /> },
          {
            value: "open311",
            content: "An Open311 system",
            conditional: <Line props={props} name="open311Key" label="API key (optional)" />,
          },
        ]}
      />
      <Line
        props={props}
        name="officeName"
        label="What people call that team or system"
        hint="For example, environmental health. Leave it empty where it is set up later."
      />
      <Line props={props} name="address" label="Its address" hint="It begins with https://" />
      <Button name="go" value="test" classes="govuk-button--secondary">
        Test the connection
      </Button>
      {tested && (
        <InsetText attributes={{ id: "tested", role: "status" }}>
          <strong>{testWords[tested.outcome]}</strong> {tested.sentence}
        </InsetText>
      )}
    </>
  );
}

const testWords: Readonly<Record<ConnectionTest["outcome"], string>> = {
  answers: "The connection works.",
  fails: "The connection does not work.",
  "cannot-be-asked": "The connection cannot be tested.",
};

function AlloyFields(props: StepProps) {
  return (
    <>
      <Line props={props} name="reference" label="Attribute that holds our reference" />
      <Line props={props} name="design" label="Design of cases (optional)" />
      <Line props={props} name="alloyKey" label="API key" />
    </>
  );
}

function UniformFields(props: StepProps) {
  return (
    <>
      <Line props={props} name="databaseId" label="Database id" />
      <Line props={props} name="userName" label="User name" />
      <Line
        props={props}
        name="password"
        label="Password"
        type="password"
        autocomplete="new-password"
      />
    </>
  );
}

function RecipeFields({ typed, faults, recipes }: StepProps) {
  if (recipes.length === 0)
    return <p class="govuk-body">The cookbook has no recipes yet. Services are made later.</p>;
  return (
    <Checkboxes
      name="recipes"
      fieldset={legend("Which services does it begin with?")}
      hint="Each becomes a draft that the council finishes and publishes. All are chosen; take away what it does not offer."
      values={typed.recipes}
      errorMessage={faults.recipes}
      items={recipes.map(({ recipe, title, summary }) => ({
        value: recipe,
        content: title,
        hint: summary === title ? undefined : summary,
      }))}
    />
  );
}

function AdministratorFields(props: StepProps) {
  return (
    <>
      <p class="govuk-body">
        They let everybody else in, and can make services. Each is written to once the council is
        made.
      </p>
      <Line props={props} name="adminName1" label="Name of the first administrator" />
      <Line props={props} name="adminEmail1" type="email" label="Their email address" />
      <Line props={props} name="adminName2" label="Name of a second one (optional)" />
      <Line props={props} name="adminEmail2" type="email" label="The second one's email address" />
    </>
  );
}
