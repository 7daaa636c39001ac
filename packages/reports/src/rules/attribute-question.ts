/** The name of the question that asks an Open311 attribute: its own for each service, so that no answer strays into another's. */
export function attributeQuestion(serviceCode: string, attributeCode: string): string {
  return `${serviceCode}-${attributeCode}`;
}
