// Text in every script: what the viewer lays out by itself, word by word, stands where the browser puts the same words.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    countColours,
    layoutOf,
    newPage,
    paste,
    picture,
    settled,
    siteAndBrowser,
    viewerBox,
} from './support.mjs';

const opened = siteAndBrowser();

// Written for this test. Long enough for several lines each; the second version differs in a word or two of each.
const PARAGRAPHS = [
    [
        'Latin',
        'Die Brücke über den Fluß öffnet im März; à l’été, la Ville plantera des frênes – “one for every child”, said Mayor Åse Øvrebø. Łódź, İzmir, Țara, Đà Nẵng and Reykjavík sent 1,250 well-wishing notes, and/or flowers, to the fire-fighters of the north-western quarter.',
        ['März', 'April'],
    ],
    [
        'Cyrillic',
        'Городской совет в среду утвердил план строительства новой набережной. Мэр заявил: «Мы ждали этого двадцать лет». Работы обойдутся в 14,5 млн рублей и начнутся в марте; жители соседних домов просят сохранить старые липы вдоль воды.',
        ['среду', 'пятницу'],
    ],
    [
        'Greek',
        'Το δημοτικό συμβούλιο ενέκρινε την Τετάρτη το σχέδιο για τη νέα προκυμαία. «Περιμέναμε είκοσι χρόνια», είπε η δήμαρχος. Τα έργα θα κοστίσουν 14,5 εκατ. ευρώ και αρχίζουν τον Μάρτιο· οι κάτοικοι ζητούν να μείνουν οι παλιές φλαμουριές.',
        ['Τετάρτη', 'Παρασκευή'],
    ],
    [
        'Arabic',
        'وافق مجلس المدينة يوم الأربعاء على خطة الواجهة البحرية الجديدة. وقالت رئيسة البلدية: «انتظرنا هذا عشرين عامًا». ستبلغ كلفة الأعمال 14.5 مليون دينار (نحو ٢٠٪ من الميزانية) وتبدأ في مارس/آذار، ويطالب السكان بالحفاظ على أشجار الزيزفون القديمة على امتداد الماء.',
        ['الأربعاء', 'الجمعة'],
    ],
    [
        'Hebrew',
        'מועצת העיר אישרה ביום רביעי את התוכנית לטיילת החדשה. ראש העיר אמרה: "חיכינו לזה עשרים שנה". העבודות יעלו 14.5 מיליון שקל (כ-20% מהתקציב) ויתחילו במרץ; התושבים מבקשים לשמור על עצי הטיליה הישנים לאורך המים, בית-ספר אחר בית-ספר.',
        ['רביעי', 'שישי'],
    ],
    [
        'Devanagari',
        'नगर परिषद ने बुधवार को नए तटबंध की योजना को मंज़ूरी दे दी। महापौर ने कहा, “हमने बीस साल तक इसकी प्रतीक्षा की।” काम पर १४.५ करोड़ रुपये ख़र्च होंगे और वह मार्च में शुरू होगा; निवासी चाहते हैं कि पानी के किनारे खड़े पुराने वृक्ष बचाए जाएँ।',
        ['बुधवार', 'शुक्रवार'],
    ],
    [
        'Bengali',
        'নগর পরিষদ বুধবার নতুন বাঁধের পরিকল্পনা অনুমোদন করেছে। মেয়র বলেছেন, “আমরা এর জন্য কুড়ি বছর অপেক্ষা করেছি।” কাজে ১৪.৫ কোটি টাকা খরচ হবে এবং তা মার্চ মাসে শুরু হবে; বাসিন্দারা জলের ধারের পুরনো গাছগুলি রক্ষা করতে চান।',
        ['বুধবার', 'শুক্রবার'],
    ],
    [
        'Tamil',
        'நகராட்சி மன்றம் புதன்கிழமை புதிய கரைத் திட்டத்துக்கு ஒப்புதல் அளித்தது. “இதற்காக இருபது ஆண்டுகள் காத்திருந்தோம்” என்று மேயர் கூறினார். பணிகளுக்கு 14.5 கோடி ரூபாய் செலவாகும்; அவை மார்ச் மாதம் தொடங்கும்.',
        ['புதன்கிழமை', 'வெள்ளிக்கிழமை'],
    ],
    [
        'Thai',
        'สภาเมืองอนุมัติแผนสร้างทางเดินริมน้ำแห่งใหม่เมื่อวันพุธ นายกเทศมนตรีกล่าวว่า “เรารอสิ่งนี้มายี่สิบปีแล้ว” งานก่อสร้างจะใช้เงิน 14.5 ล้านบาทและเริ่มในเดือนมีนาคม ชาวบ้านขอให้รักษาต้นไม้เก่าแก่ริมน้ำเอาไว้ให้ลูกหลานได้นั่งพักผ่อนในวันที่อากาศร้อน',
        ['วันพุธ', 'วันศุกร์'],
    ],
    [
        'Khmer',
        'ក្រុមប្រឹក្សាក្រុងបានអនុម័តផែនការសាងសង់ផ្លូវដើរមាត់ទឹកថ្មីនៅថ្ងៃពុធ។ អភិបាលក្រុងបាននិយាយថា «យើងបានរង់ចាំម្ភៃឆ្នាំហើយ»។ ការងារនឹងចាប់ផ្តើមនៅខែមីនា ហើយប្រជាជនស្នើសុំឱ្យរក្សាដើមឈើចាស់ៗនៅតាមមាត់ទឹក។',
        ['ថ្ងៃពុធ', 'ថ្ងៃសុក្រ'],
    ],
    [
        'Chinese',
        '市议会星期三批准了新滨水区的方案。市长说：「我们为此等了二十年。」工程将耗资1450万元，三月动工；居民要求保留水边的老椴树（共三十六棵），「一棵也不能少」，他们在公开信中写道。市政府网站已经公布了全部图纸、预算和时间表。',
        ['星期三', '星期五'],
    ],
    [
        'Japanese',
        '市議会は水曜日、新しい遊歩道の計画を承認した。市長は「この日を二十年待っていた」と述べた。工事には14億5000万円がかかり、三月に始まる。住民は水辺の古い菩提樹（三十六本）を残すよう求めている。シャッターを下ろした商店街のカフェやパーラーも、きっと活気を取り戻すだろう。',
        ['水曜日', '金曜日'],
    ],
    [
        'Korean',
        '시의회는 수요일에 새 수변 산책로 계획을 승인했다. 시장은 “우리는 이날을 스무 해 동안 기다렸다”라고 말했다. 공사에는 14억 5000만 원이 들고 3월에 시작된다. 주민들은 물가의 오래된 나무들을 그대로 남겨 달라고 요청하고 있다.',
        ['수요일', '금요일'],
    ],
    [
        'Emoji',
        'Readers replied with 👍🏽 and 👩‍👩‍👧‍👦, with flags 🇫🇷🇩🇪🇯🇵🏴󠁧󠁢󠁳󠁣󠁴󠁿 and hearts ❤️‍🔥 in a row 😀😃😄😁😆😅😂🙂🙃😉😊😇😍😘😗😚😋 until the moderators, 🧑🏿‍⚖️ and 🧑🏻‍🎤, closed the thread at 11:59 with a 👋 and a keycap 3️⃣, as they had said they would.',
        ['thread', 'page'],
    ],
    [
        'Mixed left',
        'The sign read ABC(عربي)123 and, below it, «שלום (עולם) 12-14» in blue; the Arabic firm شركة النور 2030 (formerly Noor) and its site https://example.org/ar/الأخبار/2024?x=1 were named in “תוכנית 7, עמוד 3” [sic], said officials on Tuesday.',
        ['Tuesday', 'Thursday'],
    ],
    [
        'Mixed right',
        'قال متحدث باسم شركة Harbour Ferries (Ltd) إن العبّارة MV Tern-2 اصطدمت بالرصيف رقم 12-B عند الساعة 08:45، وإن البيان منشور على https://example.org/news/2024/05?id=7 منذ يوم الثلاثاء، بعد أن نشرت صحيفة The Daily Gull خبرًا بعنوان “Fog, again!” في 12/05/2024.',
        ['الثلاثاء', 'الخميس'],
    ],
];

const BEFORE = PARAGRAPHS.map(([, text]) => text).join('\n\n');
const AFTER = PARAGRAPHS.map(([, text, [was, is]]) => text.replace(was, is)).join('\n\n');
const FAMILY =
    '"Iowan Old Style", Charter, "Bitstream Charter", Georgia, "Source Serif 4", "Noto Serif", serif';

/** The lines of each paragraph as the viewer has them: words with their places from the column's edge. */
function linesOf(words, text) {
    const paragraphs = [];
    let begin = 0;
    for (const paragraph of text.split('\n\n')) {
        const end = begin + paragraph.length;
        const own = words.filter((word) => word.begin >= begin && word.end <= end);
        const tops = [...new Set(own.map(({ y }) => y))].sort((one, two) => one - two);
        paragraphs.push({
            text: paragraph,
            words: own.map((word) => ({ ...word, begin: word.begin - begin, end: word.end - begin, line: tops.indexOf(word.y) })),
        });
        begin = end + 2;
    }
    return paragraphs;
}

/** The same words as the browser sets them. Runs in the page. */
function asDom({ paragraphs, width, family, size, lineHeight }) {
    const box = document.createElement('div');
    box.id = 'as-dom';
    Object.assign(box.style, { position: 'absolute', left: '0', top: '0', width: `${width}px`, zIndex: '99' });
    Object.assign(box.style, { background: '#fff', font: `400 ${size}px ${family}`, lineHeight: `${lineHeight}px` });
    // The viewer lets no line begin with a small kana: the strict rules of Japanese.
    Object.assign(box.style, { overflowWrap: 'break-word', lineBreak: 'strict' });
    document.body.append(box);
    return paragraphs.map(({ text, words }) => {
        const paragraph = document.createElement('p');
        paragraph.dir = 'auto';
        paragraph.style.margin = '0 0 14px';
        paragraph.textContent = text;
        box.append(paragraph);
        const { top, left } = paragraph.getBoundingClientRect();
        return words.map(({ begin, end }) => {
            const range = document.createRange();
            range.setStart(paragraph.firstChild, begin);
            range.setEnd(paragraph.firstChild, end);
            const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
            const line = (rect) => Math.floor(((rect.top + rect.bottom) / 2 - top) / lineHeight);
            return {
                lines: [...new Set(rects.map(line))],
                x: Math.min(...rects.map((rect) => rect.left)) - left,
                right: Math.max(...rects.map((rect) => rect.right)) - left,
            };
        });
    });
}

for (const scale of [1, 1.5, 2]) {
    test(`at ${scale} pixels a pixel, every word of every script stands where the browser puts it`, async () => {
        const page = await newPage(opened.browser, {
            viewport: { width: 1280, height: 3000 },
            deviceScaleFactor: scale,
        });
        await page.goto(opened.site.address);
        await settled(page);
        await paste(page, [BEFORE, AFTER]);
        await page.waitForFunction(
            () => document.querySelector('twicetold-viewer').state.documents.length === 2,
        );
        await settled(page);
        const layout = await layoutOf(page);
        const words = layout.words.filter(({ side }) => side === 'after');
        const shown = linesOf(words, AFTER);
        const left = Math.min(...words.map(({ x }) => x));
        // Right-to-left paragraphs begin at the column's other edge.
        const right = Math.max(...words.map(({ x, width }) => x + width));
        const image = await picture(page, `scripts-viewer-${scale}`);
        const origin = await viewerBox(page);
        const blank = words.filter(({ text, x, y, width, height }) => {
            const box = { x: origin.x + x, y: origin.y + y, width, height };
            const pixels = Object.fromEntries(Object.entries(box).map(([key, length]) => [key, length * scale]));
            return /[\p{L}\p{N}]{2}/u.test(text) && countColours(image, pixels) < 5;
        });
        assert.deepEqual(blank, [], 'every word is drawn where it is said to stand');
        const dom = await page.evaluate(asDom, {
            paragraphs: shown.map(({ text, words: own }) => ({ text, words: own })),
            width: right - left,
            family: FAMILY,
            size: 17.5,
            lineHeight: 27,
        });
        await picture(page, `scripts-dom-${scale}`);

        const wrong = [];
        let compared = 0;
        shown.forEach((paragraph, index) => {
            const [name] = PARAGRAPHS[index];
            // Chromium kerns kana in a document, but on a canvas it shapes them one by one.
            const tolerance = /Arabic|Hebrew|Mixed|Japanese/.test(name) ? 2 : 1;
            assert.ok(paragraph.words.length > 5, `${name} is shown`);
            let worst = 0;
            paragraph.words.forEach((word, at) => {
                // Closer than half a letter, line by line: in the same order from left to right.
                const there = dom[index][at];
                const say = (what) => wrong.push(`${name} "${word.text}": ${what}`);
                ++compared;
                if (there.lines.length !== 1 || there.lines[0] !== word.line) {
                    say(`line ${word.line}, not ${there.lines}`);
                    return;
                }
                const off = Math.max(Math.abs(word.x - left - there.x), Math.abs(word.x + word.width - left - there.right));
                worst = Math.max(worst, off);
                if (off > tolerance) {
                    say(`${(word.x - left).toFixed(2)} to ${(word.x + word.width - left).toFixed(2)}, not ${there.x.toFixed(2)} to ${there.right.toFixed(2)}`);
                }
            });
            const lines = Math.max(...paragraph.words.map(({ line }) => line)) + 1;
            assert.ok(lines >= 2, `${name} has several lines`);
            console.log(`${scale}: ${name}: ${paragraph.words.length} words, ${lines} lines, at most ${worst.toFixed(2)} pixels off`);
        });
        assert.ok(compared > 500);
        assert.deepEqual(wrong, []);
        assert.deepEqual(page.problems, []);
    });
}
