import {
  type createProgram,
  LiteralType,
  type SubNodeParser,
  UnionType,
} from 'ts-json-schema-generator';

/** Those of the compiler that the generator brings along. */
type TypeChecker = ReturnType<ReturnType<typeof createProgram>['getTypeChecker']>;
type Type = ReturnType<TypeChecker['getTypeAtLocation']>;

const textsOf = (type: Type): string[] => {
  if (type.isUnion()) return type.types.flatMap(textsOf);
  return type.isStringLiteral() ? [type.value] : [];
};

/**
 * The generator reads a table to its functions to know its keys, and cannot read these; the compiler
 * knows the keys already.
 */
export const keysParser = (checker: TypeChecker): SubNodeParser => ({
  supportsNode: (node) => /^keyof typeof \w+$/.test(node.getText()),
  createType: (node) =>
    new UnionType(textsOf(checker.getTypeAtLocation(node)).map((text) => new LiteralType(text))),
});
