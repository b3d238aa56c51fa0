"""Words that tell that a name of two words may begin with the family, or has no family name.

Of such a name nothing can be split off safely: "Wang Wei" and "Wei Wang" are both written. The
lists are short and err on one side only: whoever is in them is greeted by their whole name.
"""

CHINESE = """
an bai cai cao chan chang chao chen cheng cheung chiang chiu chow choy chu chua chung cui dai
deng ding dong du duan fan fang feng foo fu fung gao ge gong gu guan guo han hao he ho hong hou
hsieh hsu hu hua huang hui hung jia jiang jin kang kong kuo kwan kwok lai lam lau law lee lei
leung li lian liang liao lim lin ling liu lo long lu luo lui ma mao mei meng mo mok ng ong ou
ouyang pan peng qian qiao qin qiu qu ren shao shen shi sima song su sun tan tang tao teo tian
ting tsai tsang tse tsui wang wei wen wong woo wu xia xiang xiao xie xing xiong xu xue yan yang
yao ye yeh yeung yin ying yip yu yuan yuen yung zeng zhai zhang zhao zheng zhong zhou zhu zhuang
zou
"""
KOREAN = """
ahn bae baek byun cha cho choi chung gang gwon heo hwang hyun im jang jeon jeong ji jo joo jung
kang kim ko koh kwak kwon min moon nam noh oh paek paik park roh ryu seo seong shim shin sohn
son suh sung yi yim yoo yoon you yun
"""
JAPANESE = """
abe aoki arai endo fujii fujita fukuda goto hara hasegawa hashimoto hayashi ikeda inoue ishida
ishii ishikawa ito kato kimura kobayashi kondo maeda matsuda matsumoto miura miyazaki mori
murakami nakajima nakamura nakano nishimura ogawa okada ono ota saito sakai sakamoto sasaki sato
shibata shimizu suzuki takagi takahashi takeuchi tamura tanaka ueda wada watanabe yamada
yamaguchi yamamoto yamashita yamazaki yokoyama yoshida
"""
VIETNAMESE = """
bui cao dang dao dinh do doan duong ha ho hoang huynh le luong ly mai nguyen pham phan tran
trinh truong vo vu vuong
"""
HUNGARIAN = """
balogh biro boros fodor farkas feher gal hegedus horvath juhasz kelemen kiss kovacs lakatos
lukacs magyar meszaros molnar nagy nemeth olah orosz papp racz simon sipos somogyi szabo szalai
szilagyi szucs takacs torok toth varga veres vincze virag
"""
# Where the second word is a father's name, or there is no family name at all.
PATRONYMIC = """
abdul abdullah abebe abu ahmad ahmed ali aung bekele bin binti dato fatimah getachew haile
hassan hussein ibn ibrahim ismail kebede kyaw mohamad mohamed mohammed mohd muhammad nur rahman
siti suharto sukarno tadesse tesfaye tun
"""
PARTICLES = """
al ap ben bin da dal de dei del della den der des di do dos du el la las le los mac of op st san
ten ter tu und van ver vom von y zu zum zur
"""

# First words that are no name: titles that go with a given name, and offices.
STYLES = """
abbot admissions baroness brother canon chancellor chief count customer dame dean department
director duchess duke father front general head hiring hr human imam interview interviewing lady
lord madam manager mother office pastor people personnel princess prince provost rabbi reception
recruiting recruitment selection sheikh sir sister store talent team the your
"""

LISTS = (CHINESE, KOREAN, JAPANESE, VIETNAMESE, HUNGARIAN, PATRONYMIC, PARTICLES, STYLES)
UNSAFE = frozenset(word for words in LISTS for word in words.split())
