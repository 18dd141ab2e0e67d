/** The three steps to a version that people use. */
const publishSteps = ["Review", "Test", "Publish"] as const;

/** Says which of the steps a page is. */
export function StepOf({ step }: { step: (typeof publishSteps)[number] }) {
  const place = publishSteps.indexOf(step) + 1;
  return (
    <p class="govuk-body govuk-!-font-weight-bold">
      Step {place} of {publishSteps.length}
    </p>
  );
}
