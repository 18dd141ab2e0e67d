import { Input } from "@guildhall/ui";

/** Asks for the name of what is about to end, so that nobody ends another by a slip of the hand. */
export function TypedName({ name, fault }: { name: string; fault: string | undefined }) {
  return (
    <Input
      id="name"
      name="name"
      label={`Type “${name}” to confirm`}
      autocomplete="off"
      errorMessage={fault}
    />
  );
}

/** Whether this is the name that was asked for; capitals and spaces do not matter. */
export function isNamed(typed: string | undefined, name: string): boolean {
  return folded(typed ?? "") === folded(name);
}

export function nameAsked(name: string): string {
  return `Type “${name}”`;
}

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("en-GB");
}
