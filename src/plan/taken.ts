import type { Policy } from '../policy/policy.js';
import { RESERVED_UNITS } from '../unit.js';
import type { OriginOf } from './origin.js';

/** The policy that a child extends, whole. */
export interface Parent {
  readonly policy: Policy;
  readonly originOf?: OriginOf;
  readonly layout: {
    readonly slots: readonly { readonly name: string }[];
    readonly unitNames: ReadonlySet<string>;
  };
}

/** What a parent has given a meaning, so that a child cannot give it another. */
export interface Taken {
  /** Whether `name` means something already in a section, or in what that section shares its names with. */
  readonly has: (section: keyof Policy, name: string) => boolean;
  /** Base names of its units, but for those that every policy has and its scales. */
  readonly units: ReadonlySet<string>;
  /** Ladders of its follow-up. */
  readonly ladders: ReadonlySet<string>;
}

/** Sections whose names are one namespace, and those whose names are units. */
const NAMED: readonly (keyof Policy)[] = ['parameters', 'inputs', 'indicators'];
const UNITS: readonly (keyof Policy)[] = ['units', 'scales'];

/** The names that `parent` uses. */
export const takenBy = ({ policy, layout }: Parent): Taken => {
  const names = new Set(layout.slots.map(({ name }) => name));
  const scales = policy.scales ?? {};
  const units = new Set(
    [...layout.unitNames].filter(
      (name) => !RESERVED_UNITS.includes(name) && !Object.hasOwn(scales, name),
    ),
  );
  const ladders = Object.values(policy.followUp ?? {}).flatMap(({ ladder }) => ladder?.name ?? []);
  return {
    units,
    ladders: new Set(ladders),
    has: (section, name) => {
      const own = policy[section];
      if (typeof own === 'object' && Object.hasOwn(own, name)) return true;
      if (NAMED.includes(section)) return names.has(name);
      return UNITS.includes(section) && units.has(name);
    },
  };
};
