import type { CDPSession } from "playwright-core";

/** What nobody can use without knowing what it is called. */
const named =
  /^(?:button|link|textbox|searchbox|checkbox|radio|combobox|listbox|option|spinbutton|slider|tab|DisclosureTriangle|heading|region|radiogroup|dialog|alertdialog|Iframe|image|img)$/;

/** Say which controls and parts of a page a screen reader has no name for. */
export async function silentIn(wire: CDPSession): Promise<string[]> {
  const { nodes } = await wire.send("Accessibility.getFullAXTree");
  return nodes
    .filter(({ ignored, role, name }) => {
      const isNamed = String(name?.value ?? "").trim() !== "";
      return !ignored && named.test(String(role?.value)) && !isNamed;
    })
    .map(({ role, description }) => `${role?.value} ${description?.value ?? ""} has no name`);
}
