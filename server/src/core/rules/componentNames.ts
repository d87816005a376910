import { COMPONENT_NAMES, type ComponentType } from "../catalog.ts";

/** `an embedded device`. */
export function aComponent(type: ComponentType): string {
  const name = COMPONENT_NAMES[type];
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}

/** As the project file calls it: `embedded-device`. */
export function componentWord(type: ComponentType): string {
  return COMPONENT_NAMES[type].replaceAll(" ", "-");
}
