import ts from '@typescript/typescript6';

const { TypeFlags, SymbolFlags, IndexKind } = ts;

/**
 * Turns TypeScript types into JSON Schema definitions. `covered` names the Stripe objects that are
 * described in full; any other object is reduced to its id and object name.
 * Optional members whose name is in `omitted` are left out, so that sending one is a violation.
 * `OtherString`, the SDK's door for values of later versions, is closed: only known values pass.
 */
export class SchemaWriter {
  definitions = {};
  #nameByType = new Map();
  #checker;
  #covered;
  #omitted;

  constructor(checker, { covered, omitted }) {
    this.#checker = checker;
    this.#covered = covered;
    this.#omitted = omitted;
  }

  toSchema(type) {
    const { flags } = type;
    if (flags & (TypeFlags.Any | TypeFlags.Unknown)) return {};
    if (flags & (TypeFlags.Undefined | TypeFlags.Void)) return undefined;
    if (flags & TypeFlags.Null) return { type: 'null' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (flags & TypeFlags.BooleanLiteral) return { const: this.#checker.typeToString(type) === 'true' };
    if (flags & TypeFlags.StringLike) return { type: 'string' };
    if (flags & TypeFlags.NumberLike) return { type: 'number' };
    if (type.isUnion()) return this.#unionSchema(type.types);
    if (this.#checker.isArrayType(type))
      return { type: 'array', items: this.toSchema(this.#checker.getTypeArguments(type)[0]) ?? {} };
    if (this.#nameOf(type) === 'OtherString') return undefined;
    if (this.#nameOf(type) === 'Decimal') return { type: 'string' };
    return this.#linkSchema(type) ?? { $ref: `#/$defs/${this.#define(type)}` };
  }

  #unionSchema(types) {
    const isText = types.some((type) => type.flags & TypeFlags.String);
    const literals = types.filter((type) => type.isStringLiteral()).map((type) => type.value);
    const branches = [];
    if (isText) branches.push({ type: 'string' });
    else if (literals.length > 0) branches.push({ enum: literals });
    if (types.some((type) => type.flags & TypeFlags.BooleanLiteral)) branches.push({ type: 'boolean' });
    const rest = types.filter(
      (type) => !type.isStringLiteral() && !(type.flags & (TypeFlags.String | TypeFlags.BooleanLiteral)),
    );
    for (const type of rest) {
      const schema = this.toSchema(type);
      if (schema) branches.push(schema);
    }
    return branches.length === 1 ? branches[0] : { anyOf: branches };
  }

  #linkSchema(type) {
    const name = this.#objectName(type);
    if (!name || name === 'list' || this.#covered.includes(name)) return undefined;
    return { type: 'object', properties: { object: { const: name } }, required: ['id', 'object'] };
  }

  #nameOf(type) {
    return (type.aliasSymbol ?? type.symbol)?.name;
  }

  #objectName(type) {
    const property = type.getProperty('object');
    const value = property && this.#checker.getTypeOfSymbol(property);
    return value?.isStringLiteral() ? value.value : undefined;
  }

  #define(type) {
    const known = this.#nameByType.get(type);
    if (known) return known;
    const name = this.#freeName(type);
    this.#nameByType.set(type, name);
    this.definitions[name] = {};
    this.definitions[name] = this.#objectSchema(type);
    return name;
  }

  #freeName(type) {
    const symbol = type.aliasSymbol ?? type.symbol;
    const parent = symbol?.parent?.name;
    const base = `${parent && /^\w+$/.test(parent) ? `${parent}.` : ''}${symbol?.name.replace(/\W/g, '') || 'Anonymous'}`;
    let name = base;
    for (let count = 2; name in this.definitions; count += 1) name = `${base}${count}`;
    return name;
  }

  #objectSchema(type) {
    const properties = {};
    const required = [];
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const isOptional = Boolean(property.flags & SymbolFlags.Optional);
      if (isOptional && this.#omitted.has(property.name)) continue;
      const propertyType = this.#checker.getTypeOfSymbol(property);
      if (propertyType.getCallSignatures().length > 0 || property.name === 'lastResponse') continue;
      const schema = this.toSchema(propertyType);
      if (!schema) continue;
      properties[property.name] = schema;
      if (!isOptional) required.push(property.name);
    }
    const index = this.#checker.getIndexInfoOfType(type, IndexKind.String);
    const isOpen = index || Object.keys(properties).length === 0;
    const additionalProperties = isOpen ? (index && this.toSchema(index.type)) || {} : false;
    return { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties };
  }
}
