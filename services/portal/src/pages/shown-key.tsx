import type { GivenKey } from "@guildhall/contract";
import { WarningText } from "@guildhall/ui";

/** Show a key this once, and a first call that can be made with it. */
export function ShownKey({ given }: { given: GivenKey & { readonly key: string } }) {
  return (
    <>
      <WarningText>Copy the key now. We do not keep it, and cannot show it again.</WarningText>
      <pre class="portal-code">
        <code>{given.key}</code>
      </pre>
      <h2 class="govuk-heading-m">Make a first call</h2>
      <p class="govuk-body">
        Put these lines into a terminal. The answer says what your key can do.
      </p>
      <pre class="portal-code">
        <code>{firstCall(given)}</code>
      </pre>
    </>
  );
}

/** Any key may read itself. The guides go on with the same variables. */
function firstCall({ baseUrl, key }: GivenKey): string {
  return [
    `export API=${baseUrl}`,
    `export GUILDHALL_KEY=${key}`,
    'curl "$API/keys/current" \\',
    '  --header "Authorization: Bearer $GUILDHALL_KEY"',
  ].join("\n");
}
