import type { SeededRandom } from "#app/domain/draw/seeded-random.ts";

/** Sentences that say nothing about anybody: no name, school, home or family, so that they pass the blind rules. */
const opening = [
  "저는 작은 불편을 스스로 고쳐 보면서 배우는 일에 재미를 느꼈습니다.",
  "혼자 공부할 때 가장 어려웠던 것은 내가 맞게 가고 있는지 확인할 방법이 없다는 점이었습니다.",
  "이 과정에 지원한 까닭은 일곱 달 동안 한 가지에 온전히 매달려 보고 싶기 때문입니다.",
  "처음에는 남이 만든 것을 따라 하는 데에 그쳤지만 차츰 까닭을 묻기 시작했습니다.",
  "결과보다 과정을 기록하는 습관이 저를 여기까지 데려왔다고 생각합니다.",
  "공개된 자료를 모아 표로 정리하는 일에서 시작해 모형을 만드는 일까지 해 보았습니다.",
] as const;
const middle = [
  "매일 아침 두 시간은 기초를, 저녁 두 시간은 작은 과제를 푸는 데에 쓰고 있습니다.",
  "막히는 부분은 문제를 더 작게 나누고, 나눈 조각마다 시험을 먼저 적어 보았습니다.",
  "함께 공부하는 사람들과 주마다 한 번 서로의 결과물을 읽고 고칠 점을 적어 주었습니다.",
  "실패한 시도도 날짜와 까닭을 남겨 두어 같은 실수를 두 번 하지 않으려고 했습니다.",
  "자료를 모으는 방법이 잘못되면 아무리 좋은 방법을 써도 소용이 없다는 것을 배웠습니다.",
  "설명하지 못하면 모르는 것이라고 생각하여 배운 내용을 남에게 설명하는 글로 옮겼습니다.",
  "발표를 앞두고 역할을 다시 나누자고 제안하여 마감 전에 모두 마칠 수 있었습니다.",
  "쓰는 사람의 말을 직접 들어 보니 제가 중요하다고 여긴 기능은 거의 쓰이지 않았습니다.",
  "느린 부분을 재어 보고 원인을 찾은 뒤 한 곳만 고쳐 세 배 빠르게 만들었습니다.",
  "그림과 글의 순서를 여러 번 바꾸어 보며 읽는 사람이 머무는 곳을 살폈습니다.",
  "과제를 끝까지 마친 경험이 쌓이면서 어려운 일을 앞에 두고도 차분해졌습니다.",
  "모르는 것을 모른다고 말하고 묻는 일이 팀의 시간을 아낀다는 것을 알게 되었습니다.",
] as const;
const closing = [
  "과정을 마친 뒤에는 지역의 작은 기업과 함께 쓸모 있는 서비스를 만들고 싶습니다.",
  "배운 것을 공개하고 다음에 배우는 사람이 덜 헤매도록 돕겠습니다.",
  "끝까지 참여할 시간과 여건을 이미 마련해 두었습니다.",
  "수료 후 여섯 달 안에 관련 분야에서 일을 시작하는 것을 목표로 하고 있습니다.",
  "어려운 때를 대비하여 주마다 쉬어 갈 시간과 다시 볼 내용을 계획에 넣었습니다.",
  "맡은 몫을 다하는 동료가 되겠습니다.",
] as const;

type Length = { readonly minLength?: number | undefined; readonly maxLength?: number | undefined };

/** A made-up Korean text between the two lengths, in characters with spaces. Same random source, same text. */
export function syntheticEssay(random: SeededRandom, { minLength = 60, maxLength = 1000 }: Length): string {
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item => items[random.integerBelow(items.length)] ?? items[0];
  const wanted = minLength + random.integerBelow(Math.max(1, Math.min(maxLength - minLength, 260)));
  const last = pick(closing);
  let essay: string = pick(opening);
  const sentences = random.shuffle(middle);
  // A form that asks for more than there is to say hears some of it again.
  for (let index = 0; ; index += 1) {
    const longer = `${essay} ${sentences[index % sentences.length] ?? last}`;
    if (essay.length + last.length + 1 >= wanted || longer.length + last.length + 1 > maxLength) break;
    essay = longer;
  }
  const whole = `${essay} ${last}`;
  return whole.length <= maxLength ? whole : whole.slice(0, maxLength);
}
