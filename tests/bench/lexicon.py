"""Words of three languages, and what a registry names in each of them."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("kk", "ru", "en")

VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "kk": tuple(
        """
        азамат азаматтар азаматтық ақпарат ақпараттық адам адамның алдын алушы аймақ апта арыз
        артық ауыл баға байланыс бала балалар бапқа басшы бастама баспасөз бақылау баяндама
        бейбіт белгілі белсенді береді билік бостандық бойынша болады болған болуы бөлім бүгін
        бұрын бұл біздің бірге бірінші ғалым ғана дауыс дауыс дейін депутат деректер дұрыс дәлел
        ел елдің ендеше енгізу ереже ертең есеп етеді жазды жазған жалпы жаңа жария жариялау
        жасайды жастар жауап жауапты жер жергілікті жеткілікті жиналыс жиын жоба жобасы жоқ жол
        жұмыс жүзеге жыл жылы заң заңды заңнама зерттеу және интернет кейін келісім керек кеңес
        көмек көп көрсету күн күні қабылдау қала қалалық қарау қаржы қарсы қатысу қауіпсіздік
        қоғам қоғамдық қол қолдау құжат құқық құқығы құрметті қызмет қысқаша маман мәжіліс
        мәселе мектеп мемлекет мемлекеттік мерзім министр мүдде мүмкін негізгі нәтиже ойынша
        оқырман орган орта ортақ өзгеріс өзгерту өкіл өмір өңір өтініш пікір рұқсат салық сапа
        сенім сот сөз сұрақ сұрау талап талаптар талқылау таңдау тарату тең тиіс тіл тілі тіркеу
        толық топ түзету түсіндірме туралы ұйым ұсыныс үкімет үлкен үшін хабар хабарлама халық
        халықаралық хат шара шешім шектеу шығару әділ әкім әкімдік әлеумет әлеуметтік әрбір
        """.split()
    ),
    "ru": tuple(
        """
        активисты акт бесплатно будет бумага был важно ведомство вместе вновь власти внимание
        вопрос вопросы впервые время встреча год города граждане гражданский группа данные
        действия депутаты дети для договор документ доклад должен дорога доступ если жалоба
        жизнь житель жители закон закона законопроект запрет запрос защита здание знания
        изменение издание иметь информация использует история каждый как качество когда комиссия
        компания контроль конференция круглый летом люди мера места местный министерство мнение
        можно молодёжь народ нарушение находится начало недавно неделя необходимо новый норма
        нужно область обращение обсуждение общество общественный объявили объясняет ограничение
        однако окружение опыт организация орган основа ответ ответить открытый официально оценка
        парламент первый письмо площадь подписи подпись поддержка политика помощь поправки
        порядок после правила право права правительство предложение представитель президент
        принять природа причина проверка проект просят против процедура прямой публикация пункт
        работа равный раздел развитие район разговор рассказ рассмотреть регион редакция решение
        свобода связь сделать семья сеть сегодня слова собрание событие совет согласие создать
        сообщество состав срок ставят статья сторона страна суд также текст территория требование
        труд убрать участие участник учёт учитель форма хозяйство часть человек чтобы школа
        """.split()
    ),
    "en": tuple(
        """
        about access account action activists adopt after again agency agreement allow amendment
        annual answer appeal article asked assembly assess authorities based because become
        before begin benefit between bill board body brought building campaign capital care case
        cause chair change charter children citizens city civic civil clause clear coalition
        collect comment commission committee common community concern conference consent contract
        council country court cover current data debate decide decision delay deliver demand
        department deputy district document draft duty early education effect election email
        enough ensure environment equal evidence exactly example expert explain express fair
        family final forum free freedom fund general given government group hearing health held
        history house human idea impact important inform inquiry internet issue join journalist
        judge keep labour language lawful lawyer leader learn legal letter limit local major
        market matter measure media meeting member minister movement municipal nation network
        never notice number office official open opinion order organisation parliament part
        peaceful people period permit person petition platform policy poll present press private
        problem proceed process propose protect protest public publish question reader reason
        record reform refuse region register remain reply report request require research
        resident respect response review right river road rule safety school section service
        session settle several should signature site social society source speak standard state
        statement support teacher term text together town trade transparent trust union update
        village voice vote water welfare witness women word work worker writer written young
        """.split()
    ),
}

JOINERS: Mapping[str, tuple[str, ...]] = {
    "kk": ("және", "мен", "де", "үшін", "туралы", "бойынша", "емес", "бірақ", "сондықтан"),
    "ru": ("и", "в", "на", "о", "с", "не", "по", "для", "что", "но", "поэтому", "при"),
    "en": ("the", "of", "and", "to", "in", "a", "for", "that", "with", "on", "by", "from"),
}
"""Short words, of which every text is full."""

PEOPLE: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "kk": (
        ("Айгүл", "Дәурен", "Сәуле", "Нұрлан", "Гүлмира", "Ерлан"),
        ("Омарова", "Сейітов", "Қасымова", "Әлиев", "Жұмабаева", "Тілеуов"),
    ),
    "ru": (
        ("Айгуль", "Даурен", "Сауле", "Нурлан", "Гульмира", "Ерлан"),
        ("Омарова", "Сейтов", "Касымова", "Алиев", "Жумабаева", "Тлеуов"),
    ),
    "en": (
        ("Aigul", "Dauren", "Saule", "Nurlan", "Gulmira", "Yerlan"),
        ("Omarova", "Seitov", "Kassymova", "Aliyev", "Zhumabayeva", "Tleuov"),
    ),
}

PLACES = (
    ("Алматы", "Алматы", "Almaty"),
    ("Астана", "Астана", "Astana"),
    ("Шымкент", "Шымкент", "Shymkent"),
    ("Ақтау", "Актау", "Aktau"),
    ("Семей", "Семей", "Semey"),
)

TOPICS = {
    "assembly": ("Бейбіт жиналыстар", "Мирные собрания", "Peaceful assembly"),
    "budget": ("Бюджет", "Бюджет", "Public budget"),
    "children": ("Бала құқықтары", "Права ребёнка", "Children’s rights"),
    "courts": ("Сот", "Суды", "Courts"),
    "ecology": ("Экология", "Экология", "Environment"),
    "education": ("Білім беру", "Образование", "Education"),
    "elections": ("Сайлау", "Выборы", "Elections"),
    "internet": ("Интернет", "Интернет", "Internet"),
    "labour": ("Еңбек", "Труд", "Labour"),
    "press": ("Баспасөз", "Печать", "Press"),
}

BODIES = {
    "akimat": ("Қала әкімдігі", "Акимат города", "City administration"),
    "court": ("Жоғарғы сот", "Верховный суд", "Supreme Court"),
    "government": ("Үкімет", "Правительство", "Government"),
    "mazhilis": ("Мәжіліс", "Мажилис", "Mazhilis"),
    "ministry": ("Ақпарат министрлігі", "Министерство информации", "Ministry of Information"),
    "ombudsman": ("Омбудсмен", "Омбудсмен", "Ombudsman"),
    "president": ("Президент", "Президент", "President"),
    "senate": ("Сенат", "Сенат", "Senate"),
}

ORGANISATIONS = {
    "air": ("Таза ауа", "Чистый воздух", "Clean Air"),
    "archive": ("Ашық мұрағат", "Открытый архив", "Open Archive"),
    "bar": ("Заңгерлер одағы", "Союз юристов", "Union of Lawyers"),
    "ballot": ("Адал сайлау", "Честные выборы", "Fair Ballot"),
    "media": ("Тәуелсіз баспасөз", "Независимая пресса", "Independent Press"),
    "parents": ("Ата-аналар кеңесі", "Совет родителей", "Parents’ Council"),
    "rights": ("Құқық орталығы", "Центр права", "Rights Centre"),
    "steppe": ("Дала қоры", "Фонд степи", "Steppe Fund"),
    "unions": ("Кәсіподақтар", "Профсоюзы", "Trade Unions"),
    "youth": ("Жастар форумы", "Форум молодёжи", "Youth Forum"),
}

PLATFORMS = {
    "epetition": ("Мемлекеттік портал", "Государственный портал", "State portal"),
    "podpis": ("Қол қою алаңы", "Площадка подписей", "Signature site"),
    "voice": ("Ашық дауыс", "Открытый голос", "Open Voice"),
}

PAGES = {
    "about": ("Сайт туралы", "О сайте", "About"),
    "contact": ("Байланыс", "Контакты", "Contact"),
    "privacy": ("Құпиялылық", "Конфиденциальность", "Privacy"),
}
