export { componentWords as components } from "@guildhall/ui";
