import {
  BackLink,
  Button,
  CharacterCount,
  Checkboxes,
  DateInput,
  ErrorSummary,
  FileUpload,
  Input,
  Radios,
  Select,
  Textarea,
} from "../index.ts";

export const backLink = <BackLink href="#previous">Back</BackLink>;

/** A form with each kind of question, as it comes back with what was typed and what is wrong with it. */
export function Questions() {
  return (
    <form method="post" novalidate>
      <ErrorSummary
        errorList={[
          { href: "#noise", content: "Select what the noise is" },
          { href: "#began-day", content: "The date must be in the past" },
          { href: "#email", content: "Enter an email address, like name@example.com" },
        ]}
      />
      <h1 class="govuk-heading-l">About the noise</h1>
      <Noise />
      <DateInput
        id="began"
        namePrefix="began"
        fieldset={{
          legend: { content: "When did it begin?", classes: "govuk-fieldset__legend--m" },
        }}
        hint="For example, 27 3 2026"
        errorMessage="The date must be in the past"
        values={{ "began-day": 31, "began-month": 12, "began-year": 2099 }}
      />
      <Details />
      <div class="govuk-button-group">
        <Button preventDoubleClick>Continue</Button>
        <Button classes="govuk-button--secondary" name="action" value="add">
          Add another date
        </Button>
        <a class="govuk-link" href="#cancel">
          Cancel
        </a>
      </div>
    </form>
  );
}

function Noise() {
  return (
    <Radios
      name="noise"
      fieldset={{ legend: { content: "What is the noise?", classes: "govuk-fieldset__legend--m" } }}
      hint="Choose the one that troubles you most"
      errorMessage="Select what the noise is"
      value="other"
      items={[
        { value: "music", content: "Loud music or a party" },
        { value: "dog", content: "A dog barking", hint: "More than now and then" },
        { divider: "or" },
        {
          value: "other",
          content: "Something else",
          conditional: (
            <Input name="noise-other" label="What is it?" value={'"><script>alert(1)</script>'} />
          ),
        },
      ]}
    />
  );
}

function Details() {
  return (
    <>
      <Checkboxes
        name="times"
        fieldset={{
          legend: { content: "When do you hear it?", classes: "govuk-fieldset__legend--m" },
        }}
        values={["night"]}
        items={[
          { value: "day", content: "By day" },
          { value: "night", content: "At night", hint: "From 11pm to 7am" },
          { divider: "or" },
          { value: "never", content: "I do not know", behaviour: "exclusive" },
        ]}
      />
      <Fields />
    </>
  );
}

function Fields() {
  return (
    <>
      <Input
        name="email"
        label={{ content: "Email address", classes: "govuk-label--s" }}
        hint="We will write to you here, about this report only"
        errorMessage="Enter an email address, like name@example.com"
        type="email"
        autocomplete="email"
        spellcheck={false}
        value="name at example.com"
      />
      <Input
        name="distance"
        label="How far away is it, in metres?"
        suffix="m"
        inputmode="numeric"
        classes="govuk-input--width-5"
      />
      <Select
        name="ward"
        label="Ward"
        value="abbey"
        items={[
          { value: "", content: "Choose" },
          { value: "abbey", content: "Abbey" },
        ]}
      />
      <CharacterCount
        name="effect"
        label={{ content: "How does it affect you?", classes: "govuk-label--m" }}
        maxlength={400}
      />
      <Textarea name="more" label="Anything else (optional)" rows={3} />
      <FileUpload
        name="evidence"
        label={{ content: "Recording or photo", classes: "govuk-label--m" }}
        hint="Up to 5 files of 20 MB each"
        javascript
        multiple
      />
    </>
  );
}
