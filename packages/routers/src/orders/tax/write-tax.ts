import { maintainedTaxRates } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { addSetting, editSetting } from '../settings/write-setting.ts';
import { adoptRates, deleteRateRow, insertRate, lockRate, updateRateRow } from './rate-store.ts';
import { lockRegistration, writeRegistration } from './registration-store.ts';
import type {
  AdoptInput,
  Adopted,
  CreateRateInput,
  DeleteRateInput,
  RateTerms,
  SetRegistrationInput,
  UpdateRateInput,
} from './schemas.ts';

const entityType = 'tax_rate';

function factsOf({ country, region, name, ratePpm, validFrom, validUntil }: RateTerms) {
  return { country, region, name, ratePpm, validFrom, validUntil };
}

/**
 * Says whether the shop collects tax at a place: its nexus in a state, its registration in a country.
 * @throws VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function setRegistration(ctx: StaffContext, input: SetRegistrationInput): Promise<null> {
  const { country, region, active, number } = input;
  return editSetting(
    ctx,
    { operation: 'tax.setRegistration', input },
    {
      entityType: 'tax_registration',
      entityId: [country, region].filter(Boolean).join('-'),
      lock: (tx) => lockRegistration(tx, { country, region }),
      change: async (tx, before) => {
        await writeRegistration(tx, before, { active, number });
        return {
          before: { active: before.active, number: before.number },
          after: { active, number },
        };
      },
    },
  );
}

/**
 * Adds a rate; gives its id.
 * @throws TAX_RATE_TAKEN, IDEMPOTENCY_KEY_REUSED
 */
export async function createRate(ctx: StaffContext, input: CreateRateInput): Promise<string> {
  return addSetting(
    ctx,
    { operation: 'tax.createRate', input },
    { entityType, insert: (tx) => insertRate(tx, input), after: factsOf(input) },
  );
}

/**
 * Changes a rate: from now on orders are taxed by it, those placed keep theirs.
 * @throws TAX_RATE_NOT_FOUND, TAX_RATE_TAKEN, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function updateRate(ctx: StaffContext, input: UpdateRateInput): Promise<null> {
  return editSetting(
    ctx,
    { operation: 'tax.updateRate', input },
    {
      entityType,
      entityId: input.id,
      lock: (tx) => lockRate(tx, input.id),
      change: async (tx, rate) => {
        await updateRateRow(tx, rate, input);
        const { name, ratePpm, validUntil } = rate;
        return { before: { name, ratePpm, validUntil }, after: factsOf(input) };
      },
    },
  );
}

/**
 * Deletes a rate that was entered by mistake; one that ends gets a last day instead.
 * @throws TAX_RATE_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function deleteRate(ctx: StaffContext, input: DeleteRateInput): Promise<null> {
  return editSetting(
    ctx,
    { operation: 'tax.deleteRate', input },
    {
      entityType,
      entityId: input.id,
      lock: (tx) => lockRate(tx, input.id),
      change: async (tx, { name, ratePpm }) => {
        await deleteRateRow(tx, input.id);
        return { before: { name, ratePpm }, after: null };
      },
    },
  );
}

/**
 * Takes over what the maintained table has newer than the shop's.
 * @throws IDEMPOTENCY_KEY_REUSED
 */
export async function adoptMaintained(ctx: StaffContext, input: AdoptInput): Promise<Adopted> {
  return writeAsStaff(ctx, { operation: 'tax.adoptMaintained', input }, async (tx) => {
    const { added, ended } = await adoptRates(tx, maintainedTaxRates());
    return {
      audit: { entityType, entityId: 'all', before: null, after: { added, ended } },
      receipt: { added, ended },
    };
  });
}
