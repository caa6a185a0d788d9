"""Invented profiles in any number for benchmarks: sentences with open places, made-up syllables, names put together.

Nobody is meant by any of the names, which are drawn at random. The same number gives the same corpus.
"""

import random
import re
import unicodedata
from collections.abc import Iterator

from guongsang.i18n.messages import Text
from guongsang.render.search.searchable import Searchable

FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Đào Mai".split()
MIDDLE = "Văn Thị Hữu Đức Minh Ngọc Thanh Quang Thu Hồng Gia Bảo Đình Công Xuân Kim Mỹ Thúy Diệu Khánh".split()
GIVEN = (
    "An Ân Anh Ánh Bình Cường Dũng Dung Đạt Điệp Giang Hà Hạ Hải Hạnh Hòa Hoài Huệ Hùng Hương Khoẻ Khuê Lan Liên Loan "
    "Long Mai Minh Nam Nga Ngân Nghĩa Nguyệt Nhung Oanh Phúc Phương Quân Quý Sơn Tâm Thảo Thắng Thuý Thuỷ Tiến Toàn "
    "Trang Trí Trung Tú Tuấn Tùng Tuyết Uyên Vân Việt Vinh Xuân Yến Đăng Đông Đương Đường"
).split()
UNITS = {
    f"u{n:02}": names
    for n, names in enumerate(
        (
            ("Văn phòng", "Office"),
            ("Phòng Kế hoạch", "Planning"),
            ("Phòng Quản lý đô thị", "Urban Management"),
            ("Phòng Hạ tầng kỹ thuật", "Infrastructure"),
            ("Phòng Nhà ở", "Housing"),
            ("Thanh tra", "Inspectorate"),
            ("Trung tâm Kiểm định", "Testing Centre"),
            ("Phòng Vật liệu", "Materials"),
            ("Trung tâm Dữ liệu", "Data Centre"),
            ("Phòng Quy hoạch", "Zoning"),
            ("Ban Duy tu", "Maintenance Board"),
            ("Phòng Pháp chế", "Legal Affairs"),
        )
    )
}
SAID = {
    "vi": (
        "Trước đây mỗi hồ sơ đi qua {n} bàn, người dân phải quay lại nhiều lần mà vẫn chưa biết ngày nhận kết quả",
        "{unit} ngồi lại với nhau, vẽ từng bước lên giấy rồi bỏ những bước không ai cần",
        "Sau {n} tháng, thời gian chờ giảm từ {m} ngày xuống còn {k} ngày, có sổ theo dõi và chữ ký của trưởng bộ phận",
        "Anh chị em trong tổ thay nhau trực buổi trưa để người ở xa không phải chờ đến chiều",
        "Mẫu đơn được viết lại bằng câu ngắn, chữ to, có ví dụ điền sẵn cho từng ô",
        "Bản đồ ngập được cập nhật sau mỗi trận mưa lớn, ai đi đường cũng gửi được ảnh về",
        "Các biên bản nghiệm thu lưu trên máy chủ chung, tìm theo số công trình chỉ mất vài giây",
        "Tổ công tác đi từng ngõ hỏi ý kiến, ghi lại {n} kiến nghị và trả lời đủ từng kiến nghị",
        "Nhờ chuyển đổi số, giấy in giảm {m} phần trăm và không còn cảnh tìm hồ sơ trong kho",
        "Đơn vị bạn đến xem, chép lại cách làm và báo rằng sau {k} tuần đã thấy kết quả",
        "Người mới vào nghề được kèm cặp từng việc, mỗi tuần có một buổi hỏi đáp không ghi điểm",
        "Vật liệu thừa của công trình này được chuyển sang sửa lối đi cho trường mẫu giáo bên cạnh",
        "Khi có đơn phản ánh, cán bộ đến tận nơi trong ngày, chụp ảnh hiện trạng và hẹn ngày sửa xong",
        "Kết quả kiểm định được giải thích bằng lời dễ hiểu trước khi chủ nhà ký nhận",
        "Phong trào thi đua của công đoàn nêu việc làm này để các tổ khác cùng thử",
        "Quỹ thời gian tiết kiệm được dành cho việc đọc lại hồ sơ khó và trả lời thư của người dân",
    ),
    "en": (
        "Every file used to pass {n} desks, and people came back again and again without knowing the day of the answer",
        "{unit} sat down together, drew each step on paper and crossed out those that nobody needed",
        "After {n} months the waiting time had fallen from {m} days to {k}, as the signed logbook shows",
        "Colleagues took turns at lunch so that those who live far away no longer waited for the afternoon",
        "The form was rewritten in short sentences and large letters, with a filled-in example beside each box",
        "The flood map is updated after every heavy rain, and anyone on the road can send a picture",
        "Acceptance records lie on a shared server, where a search by the number of the building takes seconds",
        "The team went from lane to lane, wrote down {n} proposals and answered every one of them",
        "Digitising the archive cut printing by {m} per cent, and nobody looks for files in the basement any more",
        "A neighbouring unit came to watch, copied the method and reported results after {k} weeks",
        "Newcomers are coached task by task, and there is an hour of questions each week without marks",
        "Leftover materials of one site repaired the path to the kindergarten next door",
        "When a complaint comes in, an inspector goes there on the same day, takes pictures and names a date",
        "Inspection results are explained in plain words before the owner signs",
        "The union's emulation movement told of this deed so that other teams would try it",
        "The hours saved go into reading difficult files twice and answering letters",
    ),
}
DEEDS = {
    "vi": "Bớt bước cho hồ sơ|Sổ trực dùng chung|Bản đồ ngập của mọi người|Giờ hỏi đáp buổi trưa|Kho số công trình",
    "en": "Fewer steps for files|A shared duty book|Everyone's flood map|A lunch hour of questions|Digital records",
}
START = "b c ch d đ g gh gi h k kh l m n ng nh ph qu r s t th tr v x".split()
RIME = (
    "a ai am an ang anh ao at au ay ăn ăng âm ân âu ây e em en eo ê ênh i ia iên iêu im in inh "
    "o oa oan oi om on ong ô ôi ôn ông ơ ơi ơn u ua ui um un ung uyên ư ưa ưng ươi ương"
).split()
VOWEL = re.compile("([aăâeêioôơuưy])(?![aăâeêioôơuưy])")
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]


def profiles(count: int, lang: str) -> Iterator[Searchable]:
    """Yield so many profiles in a language; both languages tell of the same people."""
    for number in range(count):
        draw = random.Random(number)
        name = " ".join((draw.choice(FAMILY), draw.choice(MIDDLE), draw.choice(GIVEN)))
        if draw.random() < 0.5:
            name = name.replace(" ", f" {draw.choice(MIDDLE)} ", 1)
        unit, year = draw.choice(sorted(UNITS)), str(2016 + number * 8 // count)
        label = UNITS[unit][lang != "vi"]
        figures = {"n": draw.randint(2, 12), "m": draw.randint(20, 60), "k": draw.randint(3, 19), "unit": label}
        said = [s.format(**figures) + "." for s in draw.choices(SAID[lang], k=16)]
        words = [
            draw.choice(START) + VOWEL.sub(r"\1" + draw.choice(TONES), draw.choice(RIME), count=1) for _ in range(50)
        ]
        if lang != "vi":
            words = [word + draw.choice(("ing", "s", "ed", "er", "")) for word in words]
        yield Searchable(
            url=f"{lang}/x/{year}/{unit}-{number}.html",
            title=Text(f"{draw.choice(DEEDS[lang].split('|'))}, {label}, {year}", lang),
            names=(Text(name, "vi"),),
            about=(Text(label, lang), Text(year, lang)),
            summary=(Text(" ".join(said[:2]), lang),),
            body=(Text(unicodedata.normalize("NFC", "\n".join([*said[2:], " ".join(words)])), lang),),
            facets={
                "unit": (unit,),
                "year": (year,),
                "category": (f"c{draw.randint(0, 7)}",),
                "stage": (draw.choice(("approved", "nurtured", "honoured", "reviewed")),),
                "criterion": tuple(sorted(draw.sample([f"GEN-{n:02}" for n in range(25)], 3))),
            },
        )
