import type { Amount } from '../../catalogue/amount.ts';
import { adjustmentKinds } from '../../catalogue/events.ts';
import { field } from '../body/field.ts';
import { nullable, optional } from '../body/kind.ts';
import { part } from '../body/part.ts';
import { choice, money, text, timeZone, whole } from '../body/values.ts';
import {
  FactBody,
  forms,
  type Forms,
  identification,
  InstrumentBody,
  LineBody,
  lines,
} from './shared-bodies.ts';

const name = nullable(text(200, 'El nombre; null si no se conoce.'));

export class EntityBody {
  @field(text(6, 'El código de la entidad.')) code!: string;
  @field(name) name!: string | null;
}

export class AreaBody {
  @field(text(30, 'La sigla del área.')) sigla!: string;
  @field(name) name!: string | null;
}

export class OpenLedgerBody {
  @field(part(EntityBody)) entity!: EntityBody;
  @field(part(AreaBody)) area!: AreaBody;
  @field(whole(1_900, 2_999, 'La gestión.')) fiscalYear!: number;
  @field(optional(timeZone)) zone?: string;
}

export class ProgramBudgetBody extends FactBody {
  @field(lines) lines!: readonly LineBody[];
}

export class ApprovePlanBody {
  @field(part(InstrumentBody)) instrument!: InstrumentBody;
}

export class DistributeBudgetBody extends FactBody {
  @field(lines) lines!: readonly LineBody[];
  @field(optional(forms)) forms?: Forms;
}

/** The area on the other side of a transfer out of the ledger. */
export class CounterpartBody {
  @field(text(60, 'El área contraparte.')) area!: string;
  @field(identification) transferId!: string;
}

const kind = choice(adjustmentKinds, 'Adicional, disminución, traspaso o reformulación.');
type AdjustmentKind = (typeof adjustmentKinds)[number];

export class AdjustBudgetBody extends FactBody {
  @field(text(120, 'Como AJUSTADO JUNIO.')) name!: string;
  @field(optional(identification)) adjustment?: string;
  @field(kind) kind!: AdjustmentKind;
  @field(optional(part(InstrumentBody))) instrument?: InstrumentBody;
  @field(optional(part(CounterpartBody))) counterpart?: CounterpartBody;
  @field(optional(money)) netEffect?: Amount;
  @field(lines) lines!: readonly LineBody[];
  @field(optional(forms)) forms?: Forms;
}

export class DocumentAdjustmentBody {
  @field(identification) adjustment!: string;
  @field(kind) kind!: AdjustmentKind;
  @field(part(InstrumentBody)) instrument!: InstrumentBody;
  @field(optional(part(CounterpartBody))) counterpart?: CounterpartBody;
  @field(optional(money)) netEffect?: Amount;
}
